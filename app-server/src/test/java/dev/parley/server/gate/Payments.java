package dev.parley.server.gate;

import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.server.gate.Books.AttemptRow;
import dev.parley.server.gate.Books.TaskRow;
import dev.parley.server.gate.Upstream.Generation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the upstream was paid for, against what the server has stored of its attempts. */
final class Payments {

    private final OnUnknown policy;
    private final Map<String, List<AttemptRow>> attempts;
    private final Map<String, List<Generation>> generations;

    Payments(Books books, Collection<Generation> generations, OnUnknown policy) {
        this.policy = policy;
        this.attempts = books.attempts().stream().collect(Collectors.groupingBy(AttemptRow::task));
        this.generations = generations.stream().collect(Collectors.groupingBy(Generation::task));
    }

    /** What was paid for beyond the policy, or without a record. */
    List<String> beyondPolicy() {
        List<String> beyond = new ArrayList<>();
        generations.forEach((task, paid) -> {
            var known = attempts.getOrDefault(task, List.of());
            paid.stream()
                    .filter(generation -> !isRecorded(generation, known))
                    .forEach(generation -> beyond.add("paid for without a record: " + generation));
            if (new HashSet<>(paid.stream().map(Generation::attempt).toList()).size() < paid.size()) {
                beyond.add("one attempt, several generations: " + paid);
            }
            if (paid.size() > 1 + redispatches(known)) {
                beyond.add("duplicate generations: " + paid + ", and only " + known);
            }
        });
        attempts.forEach((task, known) -> {
            if (redispatches(known) > (policy == OnUnknown.REFUND ? 0 : 1)) {
                beyond.add("tried again more often than the policy allows: " + known);
            }
            known.stream()
                    .filter(attempt -> attempt.upstreamId() != null && isRedispatched(attempt, known))
                    .forEach(attempt -> beyond.add("could have been asked by its id: " + attempt));
        });
        return beyond;
    }

    /** Completed tasks that nobody was paid for. */
    List<String> unpaid(List<TaskRow> tasks) {
        return tasks.stream()
                .filter(task -> task.status().equals("COMPLETED") && !generations.containsKey(task.id()))
                .map(task -> "completed without a generation: " + task)
                .toList();
    }

    /** Generations beyond the first of a task. */
    int duplicates() {
        return generations.values().stream().mapToInt(paid -> paid.size() - 1).sum();
    }

    int unknown() {
        return (int) attempts.values().stream()
                .flatMap(List::stream)
                .filter(attempt -> "UNKNOWN".equals(attempt.outcome()))
                .count();
    }

    int redispatched() {
        return attempts.values().stream().mapToInt(Payments::redispatches).sum();
    }

    /** Its row was there before the first byte, and says nothing else than that it may have been rendered. */
    private static boolean isRecorded(Generation generation, List<AttemptRow> known) {
        return known.stream()
                .anyMatch(attempt -> attempt.number() == generation.number()
                        && attempt.dispatchedMs() <= generation.at().toEpochMilli()
                        && !"NOT_RENDERED".equals(attempt.outcome()));
    }

    /** Attempts of unknown outcome that were followed by another. */
    private static int redispatches(List<AttemptRow> known) {
        return (int)
                known.stream().filter(attempt -> isRedispatched(attempt, known)).count();
    }

    private static boolean isRedispatched(AttemptRow attempt, List<AttemptRow> known) {
        return "UNKNOWN".equals(attempt.outcome())
                && known.stream().anyMatch(other -> other.number() > attempt.number());
    }
}
