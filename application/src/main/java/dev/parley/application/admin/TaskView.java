package dev.parley.application.admin;

import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Task;
import java.util.List;

/** A task and every attempt at it, first to last. */
public record TaskView(Task task, List<AttemptRecord> attempts) {}
