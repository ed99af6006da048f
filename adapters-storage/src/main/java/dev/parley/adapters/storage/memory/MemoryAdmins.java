package dev.parley.adapters.storage.memory;

import dev.parley.domain.account.Admin;
import dev.parley.ports.store.Admins;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Admins by name. */
final class MemoryAdmins implements Admins {
    private final Map<String, Admin> admins = new HashMap<>();
    private final MemoryTransactions transactions;

    MemoryAdmins(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean isEmpty() {
        return transactions.run(admins::isEmpty);
    }

    @Override
    public Optional<Admin> find(String name) {
        return transactions.run(() -> Optional.ofNullable(admins.get(name)));
    }

    @Override
    public void save(Admin admin) {
        transactions.change(() -> transactions.put(admins, admin.name(), admin));
    }
}
