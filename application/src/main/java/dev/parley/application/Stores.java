package dev.parley.application;

import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Endpoints;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Outbox;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;

/** What the walks of a task change together, in one transaction. */
public record Stores(
        Tasks tasks,
        Attempts attempts,
        Ledger ledger,
        Spending spending,
        IdempotencyKeys idempotencyKeys,
        Outbox outbox,
        Endpoints endpoints,
        Deliveries deliveries,
        CreatedVoices createdVoices,
        TaskQueue queue,
        Transactions transactions) {}
