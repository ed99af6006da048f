package dev.parley.rest.draft;

import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.PlanDraft;
import dev.parley.rest.json.JsonFields;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What music is asked for by. Clients send defaults along with everything else: those ask for nothing. */
public final class MusicFields {

    /** The name that a plan had before. */
    public static final String FORMER_PLAN = "music_prompt";

    public static final String PLAN = "composition_plan";

    private static final String LENGTH = "music_length_ms";
    private static final String SECTION_DURATIONS = "respect_sections_durations";
    private static final String WORD_TIMES = "with_timestamps";

    private MusicFields() {}

    /** What not every route for music knows. */
    public enum Extra {
        SECTION_DURATIONS,
        WORD_TIMES
    }

    /** @param known what this route knows; the rest is not even looked for */
    public static MusicDraft draft(JsonFields body, Set<Extra> known) {
        String planName = body.named(PLAN, FORMER_PLAN);
        String prompt = body.text("prompt");
        var length = body.longNumber(LENGTH);
        var options = options(body, known);
        if (prompt != null && options.seed() != null) {
            throw body.refused("seed", "goes with a composition_plan only.");
        }
        var plan = body.object(planName);
        if (plan != null && options.instrumental()) {
            throw body.refused("force_instrumental", "goes with a prompt only: a plan says what is sung.");
        }
        return new MusicDraft(
                prompt,
                plan == null ? null : PlanFields.read(plan),
                length == null ? null : Duration.ofMillis(length),
                options);
    }

    /** A plan that is wanted, and no music yet. */
    public static PlanDraft plan(JsonFields body) {
        var length = body.longNumber(LENGTH);
        var source = body.object("source_composition_plan");
        return new PlanDraft(
                body.requiredText("prompt"),
                length == null ? null : Duration.ofMillis(length),
                source == null ? null : PlanFields.read(source));
    }

    private static MusicOptions options(JsonFields body, Set<Extra> known) {
        return new MusicOptions(
                body.longNumber("seed"),
                isTrue(body.truth("force_instrumental")),
                known.contains(Extra.SECTION_DURATIONS) ? ifFalse(body.truth(SECTION_DURATIONS)) : null,
                isTrue(body.truth("store_for_inpainting")),
                known.contains(Extra.WORD_TIMES) && isTrue(body.truth(WORD_TIMES)),
                body.text("finetune_id"),
                isTrue(body.truth("sign_with_c2pa")));
    }

    private static boolean isTrue(@Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked);
    }

    private static @Nullable Boolean ifFalse(@Nullable Boolean asked) {
        return Boolean.FALSE.equals(asked) ? asked : null;
    }
}
