package dev.parley.domain.recording;

import dev.parley.domain.recording.DubbingSettings.Part;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be asked of a dub, whoever makes it. */
public final class DubbingRules {

    private static final int SPEAKERS_MAX = 32;
    private static final int NAME_CHARACTERS_MAX = 500;
    private static final int ACCENT_CHARACTERS_MAX = 100;

    /** It becomes part of a path. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?");

    private DubbingRules() {}

    /** @throws Refused naming the first setting that breaks a rule, as {@code target_lang} */
    public static DubbingSettings accept(DubbingSettings settings, Duration length) {
        language("target_lang", settings.target());
        var speakers = settings.speakers();
        language("source_lang", speakers.language());
        var count = speakers.count();
        Bounds.within("num_speakers", count == null ? null : count.longValue(), 1, SPEAKERS_MAX);
        if (speakers.accent() != null) {
            Bounds.text("target_accent", speakers.accent(), ACCENT_CHARACTERS_MAX);
        }
        if (settings.name() != null) {
            Bounds.text("name", settings.name(), NAME_CHARACTERS_MAX);
        }
        check(settings.part(), length);
        return settings;
    }

    private static void language(String field, @Nullable String language) {
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw Refused.invalid(field, "must be a code of ISO 639-1 or 639-3, in lower case, as es.");
        }
    }

    private static void check(Part part, Duration length) {
        var start = part.start();
        if (start != null && (start.isNegative() || start.compareTo(length) >= 0)) {
            throw Refused.invalid(
                    "start_time", "must lie within the recording, which is " + length.toSeconds() + " seconds long.");
        }
        if (!part.of(length).isPositive()) {
            throw Refused.invalid("end_time", "must be after the start.");
        }
    }
}
