package dev.parley.adapters.storage.memory;

import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Ending;
import dev.parley.ports.store.Attempts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Attempts by task and number. */
final class MemoryAttempts implements Attempts {
    private final Map<UUID, NavigableMap<Integer, AttemptRecord>> attempts = new HashMap<>();
    private final MemoryTransactions transactions;

    MemoryAttempts(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(AttemptRecord attempt) {
        transactions.change(() -> {
            var others = of(attempt.task());
            if (attempt.ending() != null || open(attempt.task()).isPresent() || others.containsKey(attempt.number())) {
                throw new IllegalStateException("attempt " + attempt.number() + " at task " + attempt.task()
                        + " has ended, is stored already, or follows one that has not ended");
            }
            transactions.put(others, attempt.number(), attempt);
        });
    }

    @Override
    public Optional<AttemptRecord> open(UUID task) {
        return transactions.run(() -> of(task).values().stream()
                .filter(attempt -> attempt.ending() == null)
                .findFirst());
    }

    @Override
    public void note(UUID task, String upstreamId) {
        changeOpen(task, open -> with(open, upstreamId, null));
    }

    @Override
    public void end(UUID task, Ending ending) {
        changeOpen(task, open -> with(open, open.upstreamId(), ending));
    }

    @Override
    public List<AttemptRecord> list(UUID task) {
        return transactions.run(() -> List.copyOf(of(task).values()));
    }

    private void changeOpen(UUID task, UnaryOperator<AttemptRecord> change) {
        transactions.change(() ->
                open(task).map(change).ifPresent(changed -> transactions.put(of(task), changed.number(), changed)));
    }

    private NavigableMap<Integer, AttemptRecord> of(UUID task) {
        return attempts.computeIfAbsent(task, _ -> new TreeMap<>());
    }

    private static AttemptRecord with(AttemptRecord attempt, @Nullable String upstreamId, @Nullable Ending ending) {
        return new AttemptRecord(
                attempt.task(), attempt.number(), attempt.provider(), attempt.dispatchedAt(), upstreamId, ending);
    }
}
