package dev.parley.plugins.sandbox;

import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Uploads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transcript that nobody had to listen for, in ElevenLabs' form. */
final class Transcript {

    private static final String NOTHING_KNOWN = "This is a transcript of the sandbox.";
    private static final double MILLIS = 1000;

    private final TranscriptionRequest request;
    private final String text;
    private final String id;

    private Transcript(TranscriptionRequest request, String text) {
        this.request = request;
        this.text = text;
        this.id = Fingerprint.id(request.audio().sha256() + request.settings() + text);
    }

    /** @param sidecar the text that travels with the recording; else its key terms are what is said */
    static String of(TranscriptionRequest request, String sidecar, Uploads uploads) throws ProviderException {
        var keyterms = request.settings().keyterms();
        String text = !sidecar.isBlank() ? sidecar : keyterms.isEmpty() ? NOTHING_KNOWN : String.join(" ", keyterms);
        var transcript = new Transcript(request, text);
        if (request.settings().channels() != Channels.SEPARATE) {
            return Json.of(transcript.told(null));
        }
        List<Map<String, @Nullable Object>> transcripts = new ArrayList<>();
        for (int i = 0; i < Recorded.channels(uploads, request.audio()); i++) {
            transcripts.add(transcript.told(i));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("transcripts", transcripts);
        all.put("transcription_id", transcript.id);
        all.put("audio_duration_secs", transcript.seconds());
        return Json.of(all);
    }

    private Map<String, @Nullable Object> told(@Nullable Integer channel) throws ProviderException {
        var settings = request.settings();
        var words = TranscribedWord.all(text, seconds(), settings);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("language_code", Objects.requireNonNullElse(settings.language(), "en"));
        told.put("language_probability", 1.0);
        told.put("text", text);
        told.put(
                "words",
                words.stream().map(word -> word.told(settings, channel)).toList());
        if (channel != null) {
            told.put("channel_index", channel);
        }
        if (!settings.entities().detected().isEmpty()) {
            told.put("entities", List.of());
        }
        if (!settings.exports().isEmpty()) {
            told.put("additional_formats", exports(words, settings));
        }
        told.put("transcription_id", id);
        told.put("audio_duration_secs", seconds());
        return told;
    }

    private static List<Map<String, Object>> exports(List<TranscribedWord> words, TranscriptionSettings settings)
            throws ProviderException {
        List<Map<String, Object>> exports = new ArrayList<>();
        for (var export : settings.exports()) {
            exports.add(TranscriptExport.told(export, words));
        }
        return exports;
    }

    private double seconds() {
        return request.audio().length().toMillis() / MILLIS;
    }
}
