package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Speaks what it hears, as soon as it is told to: with {@code flush}, with the end of a text, and at once in auto mode. */
final class SpeakingAnswers implements SandboxSession.Answers {

    private static final String USUAL_CONTEXT = "default";

    private final BuiltInVoice voice;
    private final SpeechSessionRequest request;
    private final Attempt attempt;
    private final AudioFormat format;
    private final boolean auto;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    SpeakingAnswers(BuiltInVoice voice, SpeechSessionRequest request, Attempt attempt) throws ProviderException {
        this.voice = voice;
        this.request = request;
        this.attempt = attempt;
        this.format = Spoken.format(Settings.of(request, "output_format", AudioFormat.DEFAULT.toString()));
        this.auto = Settings.of(request, "auto_mode", "false").equals("true");
    }

    @Override
    public void begin(SandboxSession session) {
        // ElevenLabs says nothing before it is spoken to.
    }

    @Override
    public void hear(Map<String, @Nullable Object> message, SandboxSession session) throws ProviderException {
        String context = context(message);
        String text = message.get("text") instanceof String said ? said : "";
        var waiting = texts.computeIfAbsent(context, _ -> new StringBuilder()).append(text);
        boolean told = is(message, "flush") || is(message, "try_trigger_generation") || auto;
        boolean ends = request.contexts()
                ? is(message, "close_context")
                : text.isEmpty() && message.containsKey("text") && !is(message, "flush");
        if ((told || ends) && !speak(context, waiting, session)) {
            return;
        }
        if (ends) {
            texts.remove(context);
            session.say(ended(context));
        }
        if (is(message, "close_socket")) {
            for (var left : new ArrayList<>(texts.entrySet())) {
                if (!speak(left.getKey(), left.getValue(), session)) {
                    return;
                }
                session.say(ended(left.getKey()));
            }
        }
        if (request.contexts() ? is(message, "close_socket") : ends) {
            session.end(SessionEnd.NORMAL, "");
        }
    }

    /** False where the text asked for trouble. */
    private boolean speak(String context, StringBuilder waiting, SandboxSession session) throws ProviderException {
        String text = waiting.toString();
        waiting.setLength(0);
        if (text.isBlank()) {
            return true;
        }
        var trigger = Trigger.in(text);
        if (trigger != Trigger.NONE && trigger != Trigger.BREAK) {
            session.pull(trigger);
            return false;
        }
        var spoken = voice.say(text, request.voice(), attempt);
        Map<String, @Nullable Object> told = about(context);
        told.put("audio", spoken.base64(format, voice.resampler()));
        told.put("isFinal", null);
        told.put("alignment", spoken.alignment());
        told.put("normalizedAlignment", spoken.alignment());
        session.say(told, Load.audio(spoken.length()));
        return !session.pull(trigger);
    }

    private Map<String, @Nullable Object> ended(String context) {
        Map<String, @Nullable Object> told = about(context);
        told.put("isFinal", true);
        if (request.contexts()) {
            told.put("is_final", true);
        }
        return told;
    }

    /** Clients look for either spelling. */
    private Map<String, @Nullable Object> about(String context) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (request.contexts()) {
            told.put("contextId", context);
            told.put("context_id", context);
        }
        return told;
    }

    private static String context(Map<String, @Nullable Object> message) {
        var named = message.get("context_id") == null ? message.get("contextId") : message.get("context_id");
        return Objects.requireNonNullElse(named, USUAL_CONTEXT).toString();
    }

    private static boolean is(Map<String, @Nullable Object> message, String name) {
        return Boolean.TRUE.equals(message.get(name));
    }
}
