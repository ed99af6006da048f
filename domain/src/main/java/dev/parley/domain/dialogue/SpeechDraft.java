package dev.parley.domain.dialogue;

import dev.parley.domain.render.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A text for one voice as a caller asked for it: nothing checked yet. {@link DialogueRules#accept(SpeechDraft,
 * DialogueRules.VoiceFinder)} makes {@link Speech} of it.
 *
 * @param text may be anything, even blank
 * @param voice alias, preset name or provider's id; null where the dialect lets the gateway choose
 * @param languageCode {@code auto} where null
 */
public record SpeechDraft(
        String text,
        @Nullable String voice,
        @Nullable Double stability,
        @Nullable Double similarity,
        @Nullable Double style,
        @Nullable Boolean speakerBoost,
        @Nullable Double speed,
        @Nullable String languageCode)
        implements Draft {}
