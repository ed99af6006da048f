package dev.parley.plugins.sandbox;

import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.ports.provider.ProviderException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what nobody had to listen to: how many seconds were heard, after the key terms. Where the provider is to hear by
 * itself that somebody is silent, every five seconds end a segment.
 */
final class WritingAnswers implements SandboxSession.Answers {

    private static final String NOTHING_KNOWN = "This is a transcript of the sandbox.";
    private static final Pattern PIECE = Pattern.compile("\\s+|\\S+");
    private static final double SEGMENT_SECONDS = 5;
    private static final double MILLIS = 1000;

    private final TranscriptionSessionRequest request;
    private final String words;
    private final boolean segments;
    private final boolean timed;
    private final Trigger trigger;
    private long heardBytes;
    private double committedSeconds;

    WritingAnswers(TranscriptionSessionRequest request) throws ProviderException {
        this.request = request;
        var keyterms = Settings.all(request, "keyterms");
        this.words = keyterms.isEmpty() ? NOTHING_KNOWN : String.join(" ", keyterms);
        this.segments = Settings.of(request, "commit_strategy", "manual").equals("vad");
        this.timed = Settings.of(request, "include_timestamps", "false").equals("true");
        this.trigger = Trigger.in(words);
        trigger.pull();
    }

    @Override
    public void begin(SandboxSession session) throws ProviderException {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("model_id", request.model());
        config.put("audio_format", request.audio().toString());
        config.put("sample_rate", request.audio().sampleRateHz());
        config.put("commit_strategy", segments ? "vad" : "manual");
        config.put("include_timestamps", timed);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("message_type", "session_started");
        told.put("session_id", Fingerprint.id(request.settings() + words));
        told.put("config", config);
        session.say(told);
    }

    @Override
    public void hear(Map<String, @Nullable Object> message, SandboxSession session) throws ProviderException {
        if (message.get("audio_base_64") instanceof String sound && !sound.isEmpty()) {
            heardBytes += bytes(sound);
            session.say(transcript("partial_transcript"));
        }
        boolean commits = Boolean.TRUE.equals(message.get("commit"))
                || (segments && seconds() - committedSeconds >= SEGMENT_SECONDS);
        if (commits && seconds() > committedSeconds) {
            commit(session);
            session.pull(trigger);
        }
    }

    private void commit(SandboxSession session) throws ProviderException {
        session.say(transcript("committed_transcript"));
        if (timed) {
            Map<String, @Nullable Object> told = transcript("committed_transcript_with_timestamps");
            told.put("language_code", Settings.of(request, "language_code", "en"));
            told.put("words", words());
            session.say(told);
        }
        committedSeconds = seconds();
    }

    private Map<String, @Nullable Object> transcript(String type) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("message_type", type);
        told.put("text", text());
        return told;
    }

    private String text() {
        return words + " Heard " + rounded(seconds() - committedSeconds) + " seconds.";
    }

    /** Spread evenly over the segment, as in a transcript of a recording. */
    private List<Map<String, Object>> words() {
        var pieces = PIECE.matcher(text()).results().map(MatchResult::group).toList();
        double each = (seconds() - committedSeconds) / pieces.size();
        List<Map<String, Object>> told = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Map<String, Object> word = new LinkedHashMap<>();
            word.put("text", pieces.get(i));
            word.put("start", rounded(committedSeconds + each * i));
            word.put("end", rounded(committedSeconds + each * (i + 1)));
            word.put("type", pieces.get(i).isBlank() ? "spacing" : "word");
            word.put("logprob", 0.0);
            told.add(word);
        }
        return told;
    }

    private double seconds() {
        int each = request.audio().toString().startsWith("pcm") ? 2 : 1;
        return (double) heardBytes / each / request.audio().sampleRateHz();
    }

    private static int bytes(String sound) {
        try {
            return Base64.getDecoder().decode(sound).length;
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * MILLIS) / MILLIS;
    }
}
