package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An event as one line of its table, which numbers the lines itself. */
@MappedEntity("outbox")
record EventRow(@Id String id, EventType type, String account, String task, long atMs) {
    static EventRow of(Event event) {
        var task = event.task();
        if (task == null) {
            throw new IllegalArgumentException("what happened to no task is not kept");
        }
        return new EventRow(
                event.id(),
                event.type(),
                event.account(),
                task.toString(),
                event.at().toEpochMilli());
    }

    Event toEvent() {
        return new Event(id, type, account, UUID.fromString(task), Instant.ofEpochMilli(atMs));
    }
}
