package dev.parley.adapters.storage.memory;

import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.Tasks;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in a map, sorted anew for each list: right for the numbers that tests have. */
final class MemoryTasks implements Tasks {

    /** Compares ids as text, as a database does. */
    private static final Comparator<Task> NEWEST_FIRST = Comparator.comparingLong(
                    (Task task) -> task.createdAt().toEpochMilli())
            .thenComparing(task -> task.id().toString())
            .reversed();

    private final Map<UUID, Task> tasks = new HashMap<>();
    private final MemoryTransactions transactions;

    MemoryTasks(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Task task) {
        transactions.change(() -> {
            if (tasks.containsKey(task.id())) {
                throw new IllegalStateException("task " + task.id() + " is stored already");
            }
            transactions.put(tasks, task.id(), task);
        });
    }

    @Override
    public Optional<Task> find(UUID id, String account) {
        return find(id).filter(task -> task.account().equals(account));
    }

    @Override
    public Optional<Task> find(UUID id) {
        return transactions.run(() -> Optional.ofNullable(tasks.get(id)));
    }

    @Override
    public List<Task> list(String account, @Nullable UUID before, int max) {
        return transactions.run(() -> page(account, before).limit(max).toList());
    }

    @Override
    public boolean save(Task task) {
        return transactions.run(() -> {
            var stored = tasks.get(task.id());
            boolean current = stored != null && stored.revision() == task.revision() - 1;
            if (current) {
                transactions.put(tasks, task.id(), task);
            }
            return current;
        });
    }

    @Override
    public List<Task> due(Instant now, int max) {
        return earliest(max, state -> state instanceof Pending(var _, var time) && !time.isAfter(now) ? time : null);
    }

    @Override
    public List<Task> overdue(Instant now, int max) {
        return earliest(
                max,
                state -> state instanceof Processing(var _, var lease)
                                && lease.until().isBefore(now)
                        ? lease.until()
                        : null);
    }

    @Override
    public long pending() {
        return transactions.run(() -> tasks.values().stream()
                .filter(task -> task.state() instanceof Pending)
                .count());
    }

    private Stream<Task> page(String account, @Nullable UUID before) {
        var newestFirst = tasks.values().stream()
                .filter(task -> task.account().equals(account))
                .sorted(NEWEST_FIRST);
        if (before == null) {
            return newestFirst;
        }
        return find(before, account).stream()
                .flatMap(last -> newestFirst.filter(task -> NEWEST_FIRST.compare(task, last) > 0));
    }

    /** The tasks that have such a time, in its order. */
    private List<Task> earliest(int max, Function<TaskState, @Nullable Instant> time) {
        record Timed(Instant at, Task task) {}
        return transactions.run(() -> tasks.values().stream()
                .flatMap(task -> Stream.ofNullable(time.apply(task.state())).map(at -> new Timed(at, task)))
                .sorted(Comparator.comparing(Timed::at)
                        .thenComparing(timed -> timed.task().id().toString()))
                .limit(max)
                .map(Timed::task)
                .toList());
    }
}
