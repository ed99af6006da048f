package dev.parley.adapters.storage.jdbc;

import dev.parley.ports.store.Transactions;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Database transactions. One begun within another joins it, and fails it by failing. */
@OnDatabase
@Singleton
final class JdbcTransactions implements Transactions {
    private final TransactionOperations<Connection> operations;

    JdbcTransactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return operations.executeWrite(_ -> work.get());
    }

    /** Like {@link #run}, for work that has no answer. */
    void change(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }
}
