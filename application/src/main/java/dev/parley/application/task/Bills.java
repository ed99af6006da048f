package dev.parley.application.task;

import dev.parley.domain.task.AttemptRecord.Bill;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What upstreams said of the attempts that are under way in this process, until it is stored with their ends. */
public final class Bills {

    private final ConcurrentHashMap<UUID, Bill> open = new ConcurrentHashMap<>();

    /** The last word on the task's attempt so far. */
    public void put(UUID task, Bill bill) {
        open.put(task, bill);
    }

    @Nullable
    Bill of(UUID task) {
        return open.get(task);
    }

    void forget(UUID task) {
        open.remove(task);
    }
}
