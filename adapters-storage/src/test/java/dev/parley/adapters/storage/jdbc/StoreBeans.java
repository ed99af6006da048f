package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Admins;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.CreatedVoices;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Endpoints;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.LedgerAudit;
import dev.parley.ports.store.Outbox;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.store.Usage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Beans over one database, as the server starts them. */
final class StoreBeans implements AutoCloseable {
    private final ApplicationContext beans;

    StoreBeans(Map<String, Object> properties) {
        beans = ApplicationContext.run(properties);
    }

    Stores stores() {
        return new Stores(
                beans.getBean(Tasks.class),
                beans.getBean(Attempts.class),
                beans.getBean(Ledger.class),
                beans.getBean(Accounts.class),
                beans.getBean(ApiKeys.class),
                beans.getBean(Admins.class),
                beans.getBean(Spending.class),
                beans.getBean(IdempotencyKeys.class),
                beans.getBean(Outbox.class),
                beans.getBean(Endpoints.class),
                beans.getBean(Deliveries.class),
                beans.getBean(CreatedVoices.class),
                beans.getBean(Usage.class),
                beans.getBean(Transactions.class));
    }

    LedgerAudit audit() {
        return beans.getBean(LedgerAudit.class);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** A connection of the pool itself: the bean hands out none outside of a transaction. */
    Connection connection() throws SQLException {
        return DelegatingDataSource.unwrapDataSource(beans.getBean(DataSource.class))
                .getConnection();
    }

    void execute(String... commands) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database refuses: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        beans.close();
    }
}
