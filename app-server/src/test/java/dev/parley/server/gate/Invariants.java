package dev.parley.server.gate;

import dev.parley.domain.account.SpendSpan;
import dev.parley.server.gate.Books.AttemptRow;
import dev.parley.server.gate.Books.EntryRow;
import dev.parley.server.gate.Books.EventRow;
import dev.parley.server.gate.Books.SpendRow;
import dev.parley.server.gate.Books.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold at every moment, whatever was killed when. */
final class Invariants {

    private final Books books;
    private final Map<String, List<EntryRow>> entries;
    private final Map<String, List<AttemptRow>> attempts;
    private final Map<String, List<EventRow>> events;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Books books) {
        this.books = books;
        this.entries = by(books.entries(), EntryRow::task);
        this.attempts = by(books.attempts(), AttemptRow::task);
        this.events = by(books.events(), EventRow::task);
    }

    /**
     * What does not hold.
     *
     * @param acknowledged the orders by their texts, and the id that each was given
     */
    static List<String> broken(Books books, Map<String, String> acknowledged) {
        var invariants = new Invariants(books);
        invariants.balancesAddUp();
        invariants.heldIsWhatUnfinishedTasksHold();
        books.tasks().forEach(invariants::settledOnce);
        books.tasks().forEach(invariants::queueKnows);
        books.tasks().forEach(invariants::attemptsFit);
        invariants.nothingAcknowledgedIsLost(acknowledged);
        invariants.spendingIsCounted();
        return invariants.broken;
    }

    /** What must hold besides, once everything has ended. */
    static List<String> unended(Books books) {
        var invariants = new Invariants(books);
        books.tasks().forEach(task -> invariants.require(task.isFinal(), "is not final", task));
        books.attempts().stream()
                .filter(attempt -> attempt.outcome() == null)
                .forEach(attempt -> invariants.broken.add("attempt left open: " + attempt));
        books.queued().forEach(task -> invariants.broken.add("left in the queue: " + task));
        return invariants.broken;
    }

    private void balancesAddUp() {
        Map<String, Long> sums = new HashMap<>();
        for (var entry : books.entries()) {
            sums.merge(entry.account() + " " + entry.credit(), entry.amount(), Long::sum);
            sums.merge(entry.account() + " " + entry.debit(), -entry.amount(), Long::sum);
        }
        for (var balance : books.balances()) {
            var account = balance.account() + " ";
            long available = sums.getOrDefault(account + "AVAILABLE", 0L);
            long held = sums.getOrDefault(account + "HELD", 0L);
            long spent = sums.getOrDefault(account + "SPENT", 0L);
            long given = -sums.getOrDefault(account + "OPERATOR", 0L);
            boolean same = available == balance.available() && held == balance.held() && spent == balance.spent();
            require(same, "is not the sum of its entries", balance);
            require(
                    given == balance.available() + balance.held() + balance.spent(),
                    "is not the " + given + " that were given",
                    balance);
            require(balance.available() >= 0, "is overdrawn", balance);
        }
    }

    private void heldIsWhatUnfinishedTasksHold() {
        var open = books.tasks().stream()
                .filter(task -> !task.isFinal())
                .collect(Collectors.groupingBy(TaskRow::account, Collectors.summingLong(TaskRow::price)));
        books.balances()
                .forEach(balance -> require(
                        balance.held() == open.getOrDefault(balance.account(), 0L),
                        "does not hold what its unfinished tasks cost",
                        balance));
    }

    private void settledOnce(TaskRow task) {
        var own = entries.getOrDefault(task.id(), List.of());
        var holds = own.stream().filter(entry -> entry.phase().equals("HOLD")).toList();
        require(holds.size() == 1 && holds.getFirst().amount() == task.price(), "has no single hold", task);
        var settled =
                own.stream().filter(entry -> entry.phase().equals("SETTLE")).toList();
        var told = events.getOrDefault(task.id(), List.of());
        if (!task.isFinal()) {
            require(settled.isEmpty() && told.isEmpty(), "is settled or told of before its end", task);
            return;
        }
        require(settled.size() == 1, "is settled " + settled.size() + " times", task);
        require(
                told.size() == 1
                        && told.getFirst().type().equals("task." + task.status().toLowerCase(Locale.ROOT)),
                "is told of as " + told,
                task);
        long taken = settled.stream()
                .filter(entry -> entry.kind().equals("CAPTURE"))
                .mapToLong(EntryRow::amount)
                .sum();
        require(taken == task.cost(), "cost " + taken, task);
    }

    private void queueKnows(TaskRow task) {
        boolean hasRow = books.queued().contains(task.id());
        if (task.isFinal()) {
            // Whoever cancels leaves the row to the queue.
            require(!hasRow || task.status().equals("CANCELLED"), "has ended, and is in the queue", task);
        } else if (!task.live()) {
            require(task.hasPlace() == hasRow, "has a place without a row, or a row without a place", task);
            require(hasRow || task.status().equals("PENDING"), "is being processed, and nobody will end it", task);
        }
    }

    private void attemptsFit(TaskRow task) {
        long open = attempts.getOrDefault(task.id(), List.of()).stream()
                .filter(attempt -> attempt.outcome() == null)
                .count();
        boolean processing = task.status().equals("PROCESSING");
        boolean fits = processing
                ? open == 1
                : open == 0 || (open == 1 && task.status().equals("CANCELLED"));
        require(fits, "has " + open + " open attempts", task);
    }

    private void nothingAcknowledgedIsLost(Map<String, String> acknowledged) {
        var byText = by(books.tasks(), TaskRow::text);
        byText.forEach((text, tasks) -> {
            if (tasks.size() > 1) {
                broken.add("one order, several tasks: " + tasks);
            }
        });
        acknowledged.forEach((text, id) -> {
            if (byText.getOrDefault(text, List.of()).stream()
                    .noneMatch(task -> task.id().equals(id))) {
                broken.add("acknowledged and lost: " + id + " for '" + text + "'");
            }
        });
    }

    private void spendingIsCounted() {
        Map<List<Object>, Long> expected = new HashMap<>();
        for (var task : books.tasks()) {
            for (var span : SpendSpan.values()) {
                long starts =
                        span.startOf(Instant.ofEpochMilli(task.createdMs())).toEpochMilli();
                expected.merge(
                        List.of(task.key(), span, starts), task.isFinal() ? task.cost() : task.price(), Long::sum);
            }
        }
        var counted = books.spending().stream()
                .collect(Collectors.toMap(
                        row -> List.<Object>of(row.key(), row.span(), row.startsMs()), SpendRow::micros));
        require(Objects.equals(expected, counted), "of spending, not " + expected, counted);
    }

    private void require(boolean holds, String complaint, Object subject) {
        if (!holds) {
            broken.add(complaint + ": " + subject);
        }
    }

    private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key));
    }
}
