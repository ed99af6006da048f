package dev.parley.ports.store;

import dev.parley.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All tasks. */
public interface Tasks {

    /** Adds a task of revision 0. */
    void add(Task task);

    /** @param account whose task it must be */
    Optional<Task> find(UUID id, String account);

    /** Whoever's task it is. For the gateway's own use, never for a caller's. */
    Optional<Task> find(UUID id);

    /**
     * Newest first.
     *
     * @param before a task of an earlier page: the page begins after it
     */
    List<Task> list(String account, @Nullable UUID before, int max);

    /**
     * Saves a later state.
     *
     * @return false, with nothing changed, if somebody else has saved since: the stored revision is not the one before this
     */
    boolean save(Task task);

    /** Pending tasks whose time has come, the longest waiting first. */
    List<Task> due(Instant now, int max);

    /** Tasks being processed whose lease ended before {@code now}. */
    List<Task> overdue(Instant now, int max);

    /** How many tasks are pending. */
    long pending();
}
