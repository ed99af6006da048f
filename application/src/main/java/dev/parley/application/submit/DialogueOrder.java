package dev.parley.application.submit;

import dev.parley.domain.dialogue.DialogueDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, as they put it: nothing checked yet.
 *
 * @param model public model; required, but may be missing here
 * @param format name of an audio format; the default where null
 * @param callback URL to tell when the task has ended
 */
public record DialogueOrder(
        @Nullable String model,
        DialogueDraft draft,
        @Nullable String format,
        @Nullable String callback) {}
