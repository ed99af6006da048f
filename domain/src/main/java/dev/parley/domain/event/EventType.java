package dev.parley.domain.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of {@link Event}, each named by what happened to what. */
public enum EventType {
    TASK_COMPLETED,
    TASK_FAILED,
    TASK_CANCELLED,
    /** The task is being rendered. Told while it is, to who asked for every step, and never stored. */
    TASK_PROCESSING,
    /** Nothing has happened: an endpoint is being tried. */
    WEBHOOK_TEST;

    /** The ends of tasks: what endpoints can be told of. */
    public static final List<EventType> ENDS = List.of(TASK_COMPLETED, TASK_FAILED, TASK_CANCELLED);

    /** The end of a task of this name; empty where there is none. */
    public static Optional<EventType> end(String name) {
        return ENDS.stream().filter(type -> type.toString().equals(name)).findFirst();
    }

    /** As callers see it: {@code task.completed}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
