package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.ports.store.Deliveries;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries and their attempts in their tables. A save is fenced by the count of attempts. */
@OnDatabase
@Singleton
final class JdbcDeliveries implements Deliveries {

    /** Comes after every id. */
    private static final String LAST = "~";

    /** Looked through at once, so that those of an account that has all its calls under way hide nobody else's. */
    private static final int LANES_MAX = 10_000;

    private final DeliveryRows rows;
    private final DeliveryLists lists;
    private final DeliveryAttemptRows attempts;
    private final JdbcTransactions transactions;

    JdbcDeliveries(
            DeliveryRows rows, DeliveryLists lists, DeliveryAttemptRows attempts, JdbcTransactions transactions) {
        this.rows = rows;
        this.lists = lists;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    @Override
    public void add(Delivery delivery) {
        transactions.change(() -> rows.save(DeliveryRow.of(delivery)));
    }

    @Override
    public Optional<Delivery> find(String id) {
        return rows.findById(id).map(DeliveryRow::toDelivery);
    }

    @Override
    public List<Delivery> claim(Instant now, Instant leasedUntil, Room room) {
        return transactions.run(() -> {
            rows.endLeases(now.toEpochMilli(), now.toEpochMilli());
            var taken = new HashMap<String, Integer>();
            rows.sending().forEach(account -> taken.put(account.account(), account.count()));
            List<Delivery> claimed = new ArrayList<>();
            for (var lane : rows.dueLanes(now.toEpochMilli(), LANES_MAX, room.ofDestination())) {
                String account = DeliveryRow.accountOf(lane.lane());
                int left = Math.min(room.max() - claimed.size(), room.ofAccount() - taken.getOrDefault(account, 0));
                if (left > 0) {
                    var more = claim(lane.lane(), now, leasedUntil, Math.min(lane.room(), left));
                    taken.merge(account, more.size(), Integer::sum);
                    claimed.addAll(more);
                }
            }
            return claimed;
        });
    }

    private List<Delivery> claim(String lane, Instant now, Instant leasedUntil, int max) {
        List<Delivery> claimed = new ArrayList<>();
        for (var row : rows.due(lane, now.toEpochMilli(), max)) {
            var next = row.toDelivery().claimed(leasedUntil);
            if (rows.saveState(DeliveryRow.of(next), row.attempts())) {
                claimed.add(next);
            }
        }
        return claimed;
    }

    @Override
    public void recover(Instant now) {
        transactions.change(() -> rows.endLeases(now.toEpochMilli(), Long.MAX_VALUE));
    }

    @Override
    public boolean save(Delivery delivery, @Nullable DeliveryAttempt attempt) {
        return transactions.run(() -> {
            boolean saved = rows.saveState(DeliveryRow.of(delivery), delivery.attempts());
            if (saved && attempt != null) {
                add(delivery.id(), attempt);
            }
            return saved;
        });
    }

    private void add(String delivery, DeliveryAttempt attempt) {
        long at = attempt.at().toEpochMilli();
        long took = attempt.took().toMillis();
        switch (attempt.outcome()) {
            case Answered(int status, Duration retryAfter, String excerpt) ->
                attempts.add(delivery, attempt.number(), at, took, status, millis(retryAfter), excerpt);
            case Unanswered(String reason) -> attempts.add(delivery, attempt.number(), at, took, null, null, reason);
        }
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    @Override
    public List<DeliveryAttempt> attempts(String id) {
        return attempts.firstToLast(id).stream()
                .map(DeliveryAttemptRow::toAttempt)
                .toList();
    }

    @Override
    public List<Delivery> list(Wanted wanted, @Nullable String before, int max) {
        if (before == null) {
            return list(wanted, Long.MAX_VALUE, LAST, max);
        }
        return rows.findById(before)
                .map(last -> list(wanted, last.atMs(), before, max))
                .orElse(List.of());
    }

    private List<Delivery> list(Wanted wanted, long beforeMs, String before, int max) {
        long from = wanted.from() == null ? Long.MIN_VALUE : wanted.from().toEpochMilli();
        long to = wanted.to() == null ? Long.MAX_VALUE : wanted.to().toEpochMilli();
        var task = wanted.task();
        var account = wanted.account();
        List<DeliveryRow> found;
        if (task != null) {
            found = lists.ofTask(
                    task.toString(), account, wanted.endpoint(), wanted.stand(), from, to, beforeMs, before, max);
        } else if (account != null) {
            found = lists.ofAccount(account, wanted.endpoint(), wanted.stand(), from, to, beforeMs, before, max);
        } else {
            found = lists.ofAll(wanted.endpoint(), wanted.stand(), from, to, beforeMs, before, max);
        }
        return found.stream().map(DeliveryRow::toDelivery).toList();
    }

    @Override
    public int forgetBefore(Instant limit) {
        return transactions.run(() -> rows.forget(limit.toEpochMilli()));
    }
}
