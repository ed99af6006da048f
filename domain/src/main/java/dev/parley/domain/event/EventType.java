package dev.parley.domain.event;

import java.util.Locale;

/** The kinds of {@link Event}, each named by what happened to what. */
public enum EventType {
    TASK_COMPLETED,
    TASK_FAILED,
    TASK_CANCELLED;

    /** As callers see it: {@code task.completed}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
