package dev.parley.adapters.storage.memory;

import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.audio.UploadStore;
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
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.store.Usage;
import java.time.InstantSource;

/** All stores of one gateway, empty at first. They share its transactions, but for the audio, which has none. */
public final class MemoryStore {
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryTasks tasks = new MemoryTasks(transactions);
    private final Attempts attempts = new MemoryAttempts(transactions);
    private final Ledger ledger = new MemoryLedger(transactions);
    private final Accounts accounts = new MemoryAccounts(transactions);
    private final ApiKeys apiKeys = new MemoryApiKeys(accounts, transactions);
    private final Admins admins = new MemoryAdmins(transactions);
    private final Spending spending = new MemorySpending(transactions);
    private final IdempotencyKeys idempotencyKeys = new MemoryIdempotencyKeys(transactions);
    private final Outbox outbox = new MemoryOutbox(transactions);
    private final Endpoints endpoints = new MemoryEndpoints(accounts, transactions);
    private final Deliveries deliveries = new MemoryDeliveries(transactions);
    private final Usage usage = new MemoryUsage(tasks, transactions);
    private final CreatedVoices createdVoices = new MemoryCreatedVoices(transactions);
    private final AudioStore audio;
    private final UploadStore uploads;
    private final InstantSource clock;

    /** @param clock dates the audio, so that it can grow old, and tells the queue what is due */
    public MemoryStore(InstantSource clock) {
        this.clock = clock;
        audio = new MemoryAudioStore(clock);
        uploads = new MemoryUploadStore(clock);
    }

    public Tasks tasks() {
        return tasks;
    }

    public Attempts attempts() {
        return attempts;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Accounts accounts() {
        return accounts;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public Admins admins() {
        return admins;
    }

    public Spending spending() {
        return spending;
    }

    public IdempotencyKeys idempotencyKeys() {
        return idempotencyKeys;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public CreatedVoices createdVoices() {
        return createdVoices;
    }

    public Usage usage() {
        return usage;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** A queue that knows of no task yet: {@link TaskQueue#repair} shows it those that are stored. */
    public TaskQueue queue(int placesPerAccount, int workers) {
        return new MemoryTaskQueue(tasks, transactions, placesPerAccount, workers, clock);
    }

    public AudioStore audio() {
        return audio;
    }

    public UploadStore uploads() {
        return uploads;
    }
}
