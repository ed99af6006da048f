package dev.parley.application.task;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.ports.store.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller's own tasks. */
public final class ReadTasks {

    private static final int PAGE_DEFAULT = 20;
    private static final int UUID_LENGTH = 36;

    private final Tasks tasks;
    private final Limits limits;
    private final TaskSignals signals;

    public ReadTasks(Tasks tasks, Limits limits, TaskSignals signals) {
        this.tasks = tasks;
        this.limits = limits;
        this.signals = signals;
    }

    /** A page of tasks, newest first. */
    public record Page(List<Task> tasks, @Nullable String nextCursor) {}

    /**
     * The task of this id.
     *
     * @throws Refused where it is not a task of the caller's
     */
    public Task task(Caller caller, String id) {
        return parse(id)
                .flatMap(uuid -> tasks.find(uuid, caller.account()))
                .orElseThrow(() -> new Refused(new Refusal.TaskNotFound("Task ID does not exist.")));
    }

    /**
     * A page of the caller's tasks.
     *
     * @param cursor of the page before; the first page where null or empty
     * @param size 1 to {@code pageMax}; 20 where null
     */
    public Page page(Caller caller, @Nullable String cursor, @Nullable Integer size) {
        int wanted = size == null ? PAGE_DEFAULT : size;
        if (wanted < 1 || wanted > limits.pageMax()) {
            throw Refused.invalid("limit", "must be from 1 to " + limits.pageMax() + ".");
        }
        UUID before = cursor == null || cursor.isEmpty()
                ? null
                : parse(cursor)
                        .filter(uuid -> tasks.find(uuid, caller.account()).isPresent())
                        .orElseThrow(() -> Refused.invalid("cursor", "must come from an earlier answer."));
        var found = tasks.list(caller.account(), before, wanted + 1);
        return found.size() <= wanted
                ? new Page(found, null)
                : new Page(found.subList(0, wanted), found.get(wanted - 1).id().toString());
    }

    /** Follows a task from its present state to its end. */
    public TaskWatch watch(Caller caller, String id) {
        return new TaskWatch(task(caller, id).id(), tasks, signals);
    }

    private static Optional<UUID> parse(String id) {
        if (id.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Whatever is no id names no task.
        }
    }
}
