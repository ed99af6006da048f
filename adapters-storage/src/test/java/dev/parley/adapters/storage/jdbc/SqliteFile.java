package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.Stores;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Beans over one SQLite file, as the server starts them. */
final class SqliteFile implements AutoCloseable {
    private final ApplicationContext beans;

    SqliteFile(Path file) {
        beans = ApplicationContext.run(StorageProperties.sqlite(file));
    }

    Stores stores() {
        return new Stores(
                beans.getBean(Tasks.class),
                beans.getBean(Ledger.class),
                beans.getBean(Accounts.class),
                beans.getBean(Transactions.class));
    }

    /** A connection of the pool itself: the bean hands out none outside of a transaction. */
    Connection connection() throws SQLException {
        return DelegatingDataSource.unwrapDataSource(beans.getBean(DataSource.class))
                .getConnection();
    }

    @Override
    public void close() {
        beans.close();
    }
}
