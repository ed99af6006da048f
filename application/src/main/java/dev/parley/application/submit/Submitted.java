package dev.parley.application.submit;

import dev.parley.domain.task.Task;

/**
 * What became of a request that may come again.
 *
 * @param task as it was stored; as it is now, where repeated
 * @param answer as it was written down at first
 * @param repeated whether this is the answer to an earlier request
 */
public record Submitted(Task task, String answer, boolean repeated) {}
