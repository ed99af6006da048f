package dev.parley.adapters.storage;

import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;

/** The stores of one gateway, empty at first. */
public record Stores(Tasks tasks, Ledger ledger, Accounts accounts, Transactions transactions) {}
