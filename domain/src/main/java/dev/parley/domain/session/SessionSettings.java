package dev.parley.domain.session;

import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which settings sessions take: those that ElevenLabs documents for each, and no other. */
public final class SessionSettings {

    private static final int COUNT_MAX = 64;
    private static final int KEYTERMS_MAX = 50;
    private static final int CHARACTERS_MAX = 100;
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(\\.\\d{1,6})?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]{1," + CHARACTERS_MAX + "}");

    private static final Set<String> REPEATED = Set.of("keyterms");

    private static final Map<String, Pattern> SPEECH = Map.ofEntries(
            Map.entry("output_format", WORD),
            Map.entry("language_code", LANGUAGE),
            Map.entry("enable_logging", TRUTH),
            Map.entry("enable_ssml_parsing", TRUTH),
            Map.entry("inactivity_timeout", NUMBER),
            Map.entry("sync_alignment", TRUTH),
            Map.entry("auto_mode", TRUTH),
            Map.entry("apply_text_normalization", Pattern.compile("auto|on|off")),
            Map.entry("seed", NUMBER));

    private static final Map<String, Pattern> TRANSCRIPTION = Map.ofEntries(
            Map.entry("audio_format", WORD),
            Map.entry("language_code", LANGUAGE),
            Map.entry("commit_strategy", Pattern.compile("manual|vad")),
            Map.entry("vad_silence_threshold_secs", NUMBER),
            Map.entry("vad_threshold", NUMBER),
            Map.entry("min_speech_duration_ms", NUMBER),
            Map.entry("min_silence_duration_ms", NUMBER),
            Map.entry("include_timestamps", TRUTH),
            Map.entry("include_language_detection", TRUTH),
            Map.entry("keyterms", ANY),
            Map.entry("no_verbatim", TRUTH),
            Map.entry("enable_logging", TRUTH));

    private static final Map<String, Pattern> CONVERSATION = Map.of(
            "branch_id", WORD,
            "environment", WORD,
            "source", WORD,
            "version", WORD,
            "inactivity_timeout", NUMBER);

    private SessionSettings() {}

    /** Whether ElevenLabs documents a setting of this name for such a session. */
    public static boolean knows(SessionDraft draft, String name) {
        return of(draft).containsKey(name);
    }

    /** @throws Refused naming the first setting that breaks a rule */
    public static List<Setting> accept(SessionDraft draft) {
        var settings = draft.settings();
        Bounds.count("query", settings.size(), COUNT_MAX);
        var known = of(draft);
        Set<String> seen = new HashSet<>();
        int keyterms = 0;
        for (var setting : settings) {
            var form = known.get(setting.name());
            if (form == null) {
                throw Refused.invalid(
                        setting.name(),
                        "is no setting of such a session; these are: "
                                + String.join(
                                        ", ", known.keySet().stream().sorted().toList()) + ".");
            }
            if (!form.matcher(setting.value()).matches()) {
                throw Refused.invalid(setting.name(), "must be of the form " + form.pattern() + ".");
            }
            if (!seen.add(setting.name()) && !REPEATED.contains(setting.name())) {
                throw Refused.invalid(setting.name(), "comes more than once.");
            }
            keyterms += setting.name().equals("keyterms") ? 1 : 0;
        }
        Bounds.count("keyterms", keyterms, KEYTERMS_MAX);
        return settings;
    }

    private static Map<String, Pattern> of(SessionDraft draft) {
        return switch (draft) {
            case SessionDraft.SpeechSessionDraft _ -> SPEECH;
            case SessionDraft.TranscriptionSessionDraft _ -> TRANSCRIPTION;
            case SessionDraft.ConversationDraft _ -> CONVERSATION;
        };
    }
}
