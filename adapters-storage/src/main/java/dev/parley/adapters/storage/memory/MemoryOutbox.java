package dev.parley.adapters.storage.memory;

import dev.parley.domain.event.Event;
import dev.parley.ports.store.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Events by the place in which they came. */
final class MemoryOutbox implements Outbox {
    private final NavigableMap<Long, Event> events = new TreeMap<>();
    private final MemoryTransactions transactions;
    private long last;

    MemoryOutbox(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Event event) {
        transactions.change(() -> {
            if (events.values().stream().anyMatch(other -> other.id().equals(event.id()))) {
                throw new IllegalStateException("event " + event.id() + " is stored already");
            }
            last++;
            transactions.put(events, last, event);
        });
    }

    @Override
    public List<Event> list(String account, int max) {
        return transactions.run(() -> events.values().stream()
                .filter(event -> event.account().equals(account))
                .limit(max)
                .toList());
    }

    @Override
    public int forgetBefore(Instant limit) {
        return transactions.run(() -> {
            var old = events.entrySet().stream()
                    .filter(event -> event.getValue().at().isBefore(limit))
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(place -> transactions.remove(events, place));
            return old.size();
        });
    }
}
