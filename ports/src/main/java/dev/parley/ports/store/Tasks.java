package dev.parley.ports.store;

import dev.parley.domain.task.Task;
import java.time.Instant;
import java.util.Collection;
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
     * @param account whose tasks; everybody's where null, which is for admins only
     * @param before a task of an earlier page: the page begins after it
     */
    List<Task> list(@Nullable String account, @Nullable UUID before, int max);

    /**
     * Saves a later state.
     *
     * @return false, with nothing changed, if somebody else has saved since: the stored revision is not the one before this
     */
    boolean save(Task task);

    /** Live tasks being processed whose lease ended before {@code now}. Queued ones are the queue's. */
    List<Task> overdue(Instant now, int max);

    /** Moves the end of these leases. For tasks still being processed; others are left as they are. */
    void renew(Collection<String> leaseTokens, Instant until);

    /** How many tasks are pending. */
    long pending();

    /** How many of the account's tasks are pending. */
    long pending(String account);
}
