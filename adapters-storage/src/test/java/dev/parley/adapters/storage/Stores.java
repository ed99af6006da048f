package dev.parley.adapters.storage;

import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Admins;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Endpoints;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Outbox;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.store.Usage;

/** The stores of one gateway, empty at first. */
public record Stores(
        Tasks tasks,
        Attempts attempts,
        Ledger ledger,
        Accounts accounts,
        ApiKeys apiKeys,
        Admins admins,
        Spending spending,
        IdempotencyKeys idempotencyKeys,
        Outbox outbox,
        Endpoints endpoints,
        Deliveries deliveries,
        CreatedVoices createdVoices,
        Usage usage,
        Transactions transactions) {}
