package dev.parley.application.notify;

import dev.parley.domain.event.Event;
import dev.parley.domain.task.Task;

/** How one client API tells of a task. */
public interface TaskShape {

    /** That of seeds/000, which every gateway knows. */
    String NATIVE = "native";

    /** In which endpoints are told. */
    String STANDARD = "standard";

    /** Name that callbacks are stored under, so it never changes. */
    String name();

    /** JSON, equal for equal arguments: what is sent again is the same. */
    String body(Event event, Task task);
}
