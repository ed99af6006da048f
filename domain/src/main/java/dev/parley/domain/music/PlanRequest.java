package dev.parley.domain.music;

import dev.parley.domain.audio.FileType;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan for music, made of a prompt: JSON in the form of ElevenLabs' {@code MusicPrompt}, or its {@code CompositionPlan} of
 * chunks; told once more as {@link Song#plan}. Costs nothing, on purpose: a caller looks at it before they pay for the music.
 *
 * @param length of the music that is planned; the model's choice where null
 * @param source a plan to begin with; null where there is none
 */
public record PlanRequest(
        String model,
        String prompt,
        @Nullable Duration length,
        @Nullable CompositionPlan source,
        Delivery delivery) implements RenderRequest {

    @Override
    public Kind kind() {
        return Kind.MUSIC_PLAN;
    }

    @Override
    public FileType format() {
        return FileType.JSON;
    }

    @Override
    public int characters() {
        return prompt.codePointCount(0, prompt.length());
    }

    @Override
    public Set<RenderOption> asked() {
        return Set.of();
    }

    @Override
    public PlanRequest only(Set<RenderOption> taken) {
        return this;
    }
}
