package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.Admin;
import dev.parley.ports.store.Admins;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Admins in their table. */
@OnDatabase
@Singleton
final class JdbcAdmins implements Admins {
    private final AdminRows rows;
    private final JdbcTransactions transactions;

    JdbcAdmins(AdminRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public boolean isEmpty() {
        return rows.count() == 0;
    }

    @Override
    public Optional<Admin> find(String name) {
        return rows.findByName(name).map(AdminRow::toAdmin);
    }

    @Override
    public void save(Admin admin) {
        transactions.change(() -> rows.put(
                admin.name(), admin.passwordHash(), admin.passwordSince().toEpochMilli()));
    }
}
