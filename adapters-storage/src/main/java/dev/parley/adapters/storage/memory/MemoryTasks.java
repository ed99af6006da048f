package dev.parley.adapters.storage.memory;

import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.Task.Mode;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.Tasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
    public List<Task> list(@Nullable String account, @Nullable UUID before, int max) {
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
    public List<Task> overdue(Instant now, int max) {
        record Late(Instant since, Task task) {}
        return transactions.run(() -> tasks.values().stream()
                .filter(task -> task.mode() == Mode.LIVE)
                .flatMap(task -> Stream.ofNullable(leaseOf(task)).map(lease -> new Late(lease.until(), task)))
                .filter(late -> late.since().isBefore(now))
                .sorted(Comparator.comparing(Late::since)
                        .thenComparing(late -> late.task().id().toString()))
                .limit(max)
                .map(Late::task)
                .toList());
    }

    @Override
    public void renew(Collection<String> leaseTokens, Instant until) {
        transactions.change(() -> {
            for (var task : List.copyOf(tasks.values())) {
                if (task.state() instanceof Processing(int attempts, int unknown, Lease(String token, var _))
                        && leaseTokens.contains(token)) {
                    store(task, new Processing(attempts, unknown, new Lease(token, until)));
                }
            }
        });
    }

    @Override
    public long pending() {
        return count(_ -> true);
    }

    @Override
    public long pending(String account) {
        return count(task -> task.account().equals(account));
    }

    /** For {@link MemoryUsage}, within a transaction. */
    Stream<Task> all() {
        return tasks.values().stream();
    }

    private Stream<Task> page(@Nullable String account, @Nullable UUID before) {
        var newestFirst = tasks.values().stream()
                .filter(task -> account == null || task.account().equals(account))
                .sorted(NEWEST_FIRST);
        if (before == null) {
            return newestFirst;
        }
        return (account == null ? find(before) : find(before, account))
                .stream().flatMap(last -> newestFirst.filter(task -> NEWEST_FIRST.compare(task, last) > 0));
    }

    private long count(Predicate<Task> condition) {
        return transactions.run(() -> tasks.values().stream()
                .filter(task -> task.state() instanceof Pending)
                .filter(condition)
                .count());
    }

    /** A later lease is no later revision. */
    private void store(Task task, TaskState state) {
        transactions.put(
                tasks,
                task.id(),
                new Task(
                        task.id(),
                        task.account(),
                        task.key(),
                        task.mode(),
                        task.routes(),
                        task.output(),
                        task.createdAt(),
                        state,
                        task.revision()));
    }

    private static @Nullable Lease leaseOf(Task task) {
        return task.state() instanceof Processing processing ? processing.lease() : null;
    }
}
