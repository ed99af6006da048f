package dev.parley.adapters.storage.memory;

import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.time.InstantSource;

/** All stores of one gateway, empty at first. Its tasks, ledger and accounts share its transactions; audio has none. */
public final class MemoryStore {
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final Tasks tasks = new MemoryTasks(transactions);
    private final Ledger ledger = new MemoryLedger(transactions);
    private final Accounts accounts = new MemoryAccounts(transactions);
    private final AudioStore audio;

    /** @param clock dates the audio, so that it can grow old */
    public MemoryStore(InstantSource clock) {
        audio = new MemoryAudioStore(clock);
    }

    public Tasks tasks() {
        return tasks;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Transactions transactions() {
        return transactions;
    }

    public AudioStore audio() {
        return audio;
    }
}
