package dev.parley.adapters.storage.memory;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the tasks up anew each time. */
final class MemoryUsage implements Usage {
    private final MemoryTasks tasks;
    private final MemoryTransactions transactions;

    /** What one line is about. */
    private record Subject(LocalDate day, String account, String key, String model) {
        static final Comparator<Subject> ORDER = Comparator.comparing(Subject::day)
                .thenComparing(Subject::account)
                .thenComparing(Subject::key)
                .thenComparing(Subject::model);

        static Subject of(Task task) {
            var day = LocalDate.ofInstant(task.createdAt(), ZoneOffset.UTC);
            return new Subject(day, task.account(), task.key(), task.quote().model());
        }

        Line line(List<Task> its) {
            return new Line(
                    day,
                    account,
                    key,
                    model,
                    its.size(),
                    its.stream()
                            .filter(task -> task.state() instanceof Completed)
                            .count(),
                    its.stream().mapToLong(task -> task.quote().units()).sum(),
                    its.stream().map(MemoryUsage::cost).reduce(Credits.NONE, Credits::plus));
        }
    }

    MemoryUsage(MemoryTasks tasks, MemoryTransactions transactions) {
        this.tasks = tasks;
        this.transactions = transactions;
    }

    @Override
    public List<Line> between(@Nullable String account, Instant from, Instant to, int max) {
        return transactions.run(() -> tasks
                .all()
                .filter(task -> account == null || task.account().equals(account))
                .filter(task ->
                        !task.createdAt().isBefore(from) && task.createdAt().isBefore(to))
                .collect(Collectors.groupingBy(Subject::of, () -> new TreeMap<>(Subject.ORDER), Collectors.toList()))
                .entrySet()
                .stream()
                .limit(max)
                .map(group -> group.getKey().line(group.getValue()))
                .toList());
    }

    private static Credits cost(Task task) {
        return switch (task.state()) {
            case Completed completed -> completed.cost();
            case Cancelled cancelled -> cancelled.cost();
            case Failed _, Pending _, Processing _ -> Credits.NONE;
        };
    }
}
