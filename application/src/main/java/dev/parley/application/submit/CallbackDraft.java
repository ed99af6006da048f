package dev.parley.application.submit;

/**
 * Who shall be told of a task, as the caller put it: nothing checked yet.
 *
 * @param shape name of the {@link dev.parley.application.notify.TaskShape} in which they are told
 * @param everyStep whether they are told while it is rendered, too
 */
public record CallbackDraft(String url, String shape, boolean everyStep) {}
