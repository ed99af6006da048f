package dev.parley.domain.music;

import dev.parley.domain.render.Draft;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a caller wants made of a prompt, as they put it: nothing checked yet.
 *
 * @param length of the music that is planned; the model's choice where null
 * @param source a plan to begin with; null where there is none
 */
public record PlanDraft(
        String prompt, @Nullable Duration length, @Nullable CompositionPlan source) implements Draft {}
