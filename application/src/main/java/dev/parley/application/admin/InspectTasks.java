package dev.parley.application.admin;

import dev.parley.application.Limits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Anybody's tasks, with what was tried. */
public final class InspectTasks {

    /** A page of a rare status must not read the whole table. */
    private static final int LOOKED_AT_MAX = 2_000;

    private final Tasks tasks;
    private final Attempts attempts;
    private final Limits limits;

    public InspectTasks(Tasks tasks, Attempts attempts, Limits limits) {
        this.tasks = tasks;
        this.attempts = attempts;
        this.limits = limits;
    }

    /** Where a task stands, in one word. */
    public enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED;

        public static Status of(Task task) {
            return switch (task.state()) {
                case TaskState.Pending _ -> PENDING;
                case TaskState.Processing _ -> PROCESSING;
                case TaskState.Completed _ -> COMPLETED;
                case TaskState.Failed _ -> FAILED;
                case TaskState.Cancelled _ -> CANCELLED;
            };
        }
    }

    /** @throws Refused if there is none */
    public TaskView show(String id) {
        var task = Ids.uuid(id)
                .flatMap(tasks::find)
                .orElseThrow(() -> new Refused(new Refusal.NotFound("There is no such task.")));
        return new TaskView(task, attempts.list(task.id()));
    }

    /**
     * Newest first. With a status, a page may hold fewer than asked for and still not be the last.
     *
     * @param account whose; everybody's where null
     * @param status any where null
     * @param cursor of the page before; the first page where null
     */
    public Page<Task> page(
            @Nullable String account, @Nullable Status status, @Nullable String cursor, @Nullable Integer size) {
        int wanted = PageSize.checked(size, limits);
        var before = before(account, cursor);
        return status == null
                ? Page.of(tasks.list(account, before, wanted + 1), wanted, InspectTasks::cursor)
                : scan(account, status, before, wanted);
    }

    private Page<Task> scan(@Nullable String account, Status status, @Nullable UUID before, int wanted) {
        List<Task> found = new ArrayList<>();
        @Nullable UUID last = before;
        int chunk = limits.pageMax();
        for (int seen = 0; seen < LOOKED_AT_MAX; seen += chunk) {
            var tasksSeen = tasks.list(account, last, chunk);
            for (var task : tasksSeen) {
                if (Status.of(task) == status) {
                    found.add(task);
                }
                if (found.size() > wanted) {
                    return Page.of(found, wanted, InspectTasks::cursor);
                }
                last = task.id();
            }
            if (tasksSeen.size() < chunk) {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, last == null ? null : last.toString());
    }

    private @Nullable UUID before(@Nullable String account, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        return Ids.uuid(cursor)
                .flatMap(uuid -> account == null ? tasks.find(uuid) : tasks.find(uuid, account))
                .map(Task::id)
                .orElseThrow(Ids::badCursor);
    }

    private static String cursor(Task task) {
        return task.id().toString();
    }
}
