package dev.parley.adapters.elevenlabs.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.adapters.elevenlabs.wire.PlainAudio;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.ports.provider.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recording, spoken by another voice. */
public record VoiceChangeCall(VoiceChangeRequest request, Payload payload) implements Call {

    /** @param uploads where the recording is read, once for each sending */
    public static VoiceChangeCall of(VoiceChangeRequest request, Uploads uploads) {
        var form = new Form("audio", request.audio(), uploads).put("model_id", request.model());
        ObjectNode settings = settings(request.settings());
        if (!settings.isEmpty()) {
            form.put("voice_settings", new String(Json.write(settings), UTF_8));
        }
        Long seed = request.seed();
        if (seed != null) {
            form.put("seed", seed);
        }
        if (request.withoutNoise()) {
            form.put("remove_background_noise", true);
        }
        return new VoiceChangeCall(request, form.putFileFormat());
    }

    @Override
    public String target() {
        return "/v1/speech-to-speech/" + Call.encoded(request.voice().voice())
                + (request.delivery().streamed() ? "/stream" : "") + "?output_format=" + request.format();
    }

    @Override
    public List<String> voices() {
        return List.of(request.voice().voice());
    }

    @Override
    public Content content(Answer answer, InputStream body) throws IOException {
        return new PlainAudio(answer, body, request.format());
    }

    private static ObjectNode settings(SpeechSettings settings) {
        ObjectNode voice = Json.object();
        putNumber(voice, "stability", settings.stability());
        putNumber(voice, "similarity_boost", settings.similarity());
        putNumber(voice, "style", settings.style());
        Boolean boost = settings.speakerBoost();
        if (boost != null) {
            voice.put("use_speaker_boost", boost);
        }
        return voice;
    }

    private static void putNumber(ObjectNode into, String field, @Nullable Double value) {
        if (value != null) {
            into.put(field, value);
        }
    }
}
