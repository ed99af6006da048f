package dev.parley.domain.session;

import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which settings sessions take: those that ElevenLabs documents for each, and no other. */
public final class SessionSettings {

    private static final int COUNT_MAX = 64;
    private static final int KEYTERMS_MAX = 50;
    private static final int CHARACTERS_MAX = 100;
    private static final long SEED_MAX = 0xFFFF_FFFFL;

    private static final Form TRUTH = oneOf("true", "false");
    private static final Form LANGUAGE =
            new Form("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "must be the code of a language, as en or pt-BR.");
    private static final Form NUMBER = new Form(
            "\\d{1,10}(\\.\\d{1,6})?", "must be a number from 0, of at most 10 digits and 6 behind the point, as 1.5.");
    private static final Form WHOLE = whole(Integer.MAX_VALUE);
    private static final Form WORD =
            new Form("[A-Za-z0-9_.-]{1,64}", "must be of 1 to 64 letters, digits, underscores, points and hyphens.");
    private static final Form ANY = new Form(
            "[^\\p{Cntrl}]{1," + CHARACTERS_MAX + "}",
            "must have 1 to " + CHARACTERS_MAX + " characters, and no control characters.");

    private static final Set<String> REPEATED = Set.of("keyterms");

    private static final Map<String, Form> SPEECH = Map.ofEntries(
            Map.entry("output_format", WORD),
            Map.entry("language_code", LANGUAGE),
            Map.entry("enable_logging", TRUTH),
            Map.entry("enable_ssml_parsing", TRUTH),
            Map.entry("inactivity_timeout", WHOLE),
            Map.entry("sync_alignment", TRUTH),
            Map.entry("auto_mode", TRUTH),
            Map.entry("apply_text_normalization", oneOf("auto", "on", "off")),
            Map.entry("seed", whole(SEED_MAX)));

    private static final Map<String, Form> TRANSCRIPTION = Map.ofEntries(
            Map.entry("audio_format", WORD),
            Map.entry("language_code", LANGUAGE),
            Map.entry("commit_strategy", oneOf("manual", "vad")),
            Map.entry("vad_silence_threshold_secs", NUMBER),
            Map.entry("vad_threshold", NUMBER),
            Map.entry("min_speech_duration_ms", WHOLE),
            Map.entry("min_silence_duration_ms", WHOLE),
            Map.entry("include_timestamps", TRUTH),
            Map.entry("include_language_detection", TRUTH),
            Map.entry("keyterms", ANY),
            Map.entry("no_verbatim", TRUTH),
            Map.entry("enable_logging", TRUTH));

    private static final Map<String, Form> CONVERSATION = Map.of(
            "branch_id", WORD,
            "environment", WORD,
            "source", WORD,
            "version", WORD,
            "inactivity_timeout", NUMBER);

    private SessionSettings() {}

    /**
     * What a setting may be.
     *
     * @param words which say so
     */
    private record Form(Predicate<String> allows, String words) {
        Form(String pattern, String words) {
            this(Pattern.compile(pattern).asMatchPredicate(), words);
        }
    }

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
            if (!form.allows().test(setting.value())) {
                throw Refused.invalid(setting.name(), form.words());
            }
            if (!seen.add(setting.name()) && !REPEATED.contains(setting.name())) {
                throw Refused.invalid(setting.name(), "comes more than once.");
            }
            keyterms += setting.name().equals("keyterms") ? 1 : 0;
        }
        Bounds.count("keyterms", keyterms, KEYTERMS_MAX);
        return settings;
    }

    private static Map<String, Form> of(SessionDraft draft) {
        return switch (draft) {
            case SessionDraft.SpeechSessionDraft _ -> SPEECH;
            case SessionDraft.TranscriptionSessionDraft _ -> TRANSCRIPTION;
            case SessionDraft.ConversationDraft _ -> CONVERSATION;
        };
    }

    private static Form whole(long max) {
        var digits = Pattern.compile("\\d{1,10}").asMatchPredicate();
        return new Form(
                digits.and(value -> Long.parseLong(value) <= max), "must be a whole number from 0 to " + max + ".");
    }

    private static Form oneOf(String... words) {
        var known = List.of(words);
        return new Form(known::contains, "must be one of: " + String.join(", ", known) + ".");
    }
}
