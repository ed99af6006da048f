package dev.parley.adapters.storage.memory;

import static dev.parley.adapters.storage.Examples.NOON;

import dev.parley.adapters.storage.Stores;
import java.time.InstantSource;

/** Stores in memory, for the contracts. */
final class InMemory {
    private InMemory() {}

    static Stores emptied() {
        var store = new MemoryStore(InstantSource.fixed(NOON));
        return new Stores(
                store.tasks(),
                store.attempts(),
                store.ledger(),
                store.accounts(),
                store.apiKeys(),
                store.admins(),
                store.spending(),
                store.idempotencyKeys(),
                store.outbox(),
                store.endpoints(),
                store.deliveries(),
                store.createdVoices(),
                store.usage(),
                store.transactions());
    }
}
