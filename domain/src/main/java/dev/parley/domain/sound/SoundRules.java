package dev.parley.domain.sound;

import dev.parley.domain.render.Bounds;
import dev.parley.domain.render.ModelRules;
import java.time.Duration;

/**
 * What a model takes.
 *
 * @param charactersMax code points of the description
 */
public record SoundRules(int charactersMax, Duration shortest, Duration longest) implements ModelRules {

    /** The limits of ElevenLabs' own models, whose descriptions of more than 450 characters are turned away. */
    public static final SoundRules DEFAULT = new SoundRules(450, Duration.ofMillis(500), Duration.ofSeconds(30));

    private static final double MILLIS = 1000;

    @Override
    public SoundRules stricter(ModelRules others) {
        return others instanceof SoundRules(int characters, Duration theirShortest, Duration theirLongest)
                ? new SoundRules(
                        Math.min(charactersMax, characters),
                        shortest.compareTo(theirShortest) > 0 ? shortest : theirShortest,
                        longest.compareTo(theirLongest) < 0 ? longest : theirLongest)
                : this;
    }

    /**
     * The sound that the draft asks for.
     *
     * @throws dev.parley.domain.refusal.Refused naming the first field that breaks a rule: {@code text}, {@code
     *     duration_seconds} or {@code prompt_influence}
     */
    public Sound accept(SoundDraft draft) {
        String text = Bounds.text("text", draft.text(), charactersMax);
        var seconds = Bounds.within(
                "duration_seconds", draft.seconds(), shortest.toMillis() / MILLIS, longest.toMillis() / MILLIS);
        var influence = Bounds.share("prompt_influence", draft.influence());
        var length = seconds == null ? null : Duration.ofMillis(Math.round(seconds * MILLIS));
        return new Sound(text, draft.loop(), length, length == null ? longest : length, influence);
    }
}
