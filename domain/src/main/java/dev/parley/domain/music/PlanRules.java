package dev.parley.domain.music;

import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.domain.music.MusicRules.PlanForm;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a plan, part by part. The bounds are those of ElevenLabs' own interface description.
 *
 * @param plan name of the field that it came in
 */
record PlanRules(PlanForm form, String plan) {

    private static final int PARTS_MAX = 30;
    private static final int STYLES_MAX = 50;
    private static final int STYLE_CHARACTERS_MAX = 1000;
    private static final int NAME_CHARACTERS_MAX = 100;
    private static final int LINES_MAX = 30;
    private static final int LINE_CHARACTERS_MAX = 200;
    private static final int TEXT_CHARACTERS_MAX = 6000;
    private static final int RANGES_MAX = 10;
    private static final Duration PART_SHORTEST = Duration.ofSeconds(3);
    private static final Duration PART_LONGEST = Duration.ofMinutes(2);
    private static final Set<String> ADHERENCES = Set.of("low", "medium", "high");
    private static final Set<String> LIKENESSES = Set.of("low", "medium", "high", "xhigh");

    /** @throws Refused naming the first field that breaks a rule */
    void check(CompositionPlan asked) {
        if (form == PlanForm.NONE) {
            throw Refused.invalid(plan, "is not taken by this model: send a prompt.");
        }
        switch (asked) {
            case Sections sections -> check(sections);
            case Chunks chunks -> check(chunks);
        }
    }

    private void check(Sections sections) {
        styles(plan + ".positive_global_styles", sections.positiveStyles());
        styles(plan + ".negative_global_styles", sections.negativeStyles());
        parts(plan + ".sections", sections.sections().size());
        for (int i = 0; i < sections.sections().size(); i++) {
            check(plan + ".sections[" + i + "]", sections.sections().get(i));
        }
    }

    private static void check(String field, Section section) {
        Bounds.text(field + ".section_name", section.name(), NAME_CHARACTERS_MAX);
        styles(field + ".positive_local_styles", section.positiveStyles());
        styles(field + ".negative_local_styles", section.negativeStyles());
        Bounds.millis(field + ".duration_ms", section.length(), PART_SHORTEST, PART_LONGEST);
        Bounds.count(field + ".lines", section.lines().size(), LINES_MAX);
        for (int i = 0; i < section.lines().size(); i++) {
            words(field + ".lines[" + i + "]", section.lines().get(i), LINE_CHARACTERS_MAX);
        }
        var source = section.source();
        if (source != null) {
            song(field + ".source_from.song_id", source.song());
            range(field + ".source_from.range", source.range());
            Bounds.count(
                    field + ".source_from.negative_ranges", source.without().size(), RANGES_MAX);
            for (int i = 0; i < source.without().size(); i++) {
                range(
                        field + ".source_from.negative_ranges[" + i + "]",
                        source.without().get(i));
            }
        }
    }

    private void check(Chunks chunks) {
        if (form != PlanForm.CHUNKS) {
            throw Refused.invalid(plan + ".chunks", "are not taken by this model: send sections.");
        }
        parts(plan + ".chunks", chunks.chunks().size());
        for (int i = 0; i < chunks.chunks().size(); i++) {
            String field = plan + ".chunks[" + i + "]";
            switch (chunks.chunks().get(i)) {
                case Chunk.Made made -> check(field, made);
                case Chunk.Taken taken -> check(field, taken);
            }
        }
    }

    private static void check(String field, Chunk.Made made) {
        words(field + ".text", made.text(), TEXT_CHARACTERS_MAX);
        Bounds.millis(field + ".duration_ms", made.length(), PART_SHORTEST, PART_LONGEST);
        styles(field + ".positive_styles", made.positiveStyles());
        styles(field + ".negative_styles", made.negativeStyles());
        oneOf(field + ".context_adherence", made.adherence(), ADHERENCES);
        oneOf(field + ".condition_strength", made.likeness(), LIKENESSES);
        var like = made.like();
        if (like != null) {
            check(field + ".conditioning_ref", like);
        }
    }

    private static void check(String field, Chunk.Taken taken) {
        song(field + ".song_id", taken.song());
        range(field + ".range", taken.range());
    }

    private static void parts(String field, int count) {
        if (count == 0) {
            throw Refused.invalid(field, "must have at least one entry.");
        }
        Bounds.count(field, count, PARTS_MAX);
    }

    private static void styles(String field, List<String> styles) {
        Bounds.texts(field, styles, STYLES_MAX, STYLE_CHARACTERS_MAX);
    }

    /** Nobody sings in an instrumental part: its words may be blank. */
    private static void words(String field, String words, int charactersMax) {
        if (!words.isBlank()) {
            Bounds.text(field, words, charactersMax);
        }
    }

    private static void song(String field, String id) {
        Bounds.text(field, id, NAME_CHARACTERS_MAX);
    }

    private static void range(String field, TimeRange range) {
        if (range.start().isNegative() || range.end().compareTo(range.start()) <= 0) {
            throw Refused.invalid(field, "must begin at 0 or later, and end after its beginning.");
        }
    }

    private static void oneOf(String field, @Nullable String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            throw Refused.invalid(
                    field,
                    "must be one of: "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
    }
}
