package dev.parley.adapters.storage.jdbc.queue;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the databases. */
enum QueueDialect {

    /** Belongs to one process: rows that are taken when it starts were taken in an earlier life. */
    SQLITE {
        @Override
        JdbcCustomization customization() {
            return new SqliteJdbcCustomization();
        }

        @Override
        void poll(SchedulerBuilder scheduler, int workers) {
            scheduler.pollUsingFetch(allButOne(workers), 1);
        }

        @Override
        String ofNobodyElse() {
            return "";
        }
    },

    /** Shared by processes, which take rows by locking them and pass over what others have locked. */
    POSTGRES {
        @Override
        JdbcCustomization customization() {
            return new PostgreSqlJdbcCustomization(false, false);
        }

        @Override
        void poll(SchedulerBuilder scheduler, int workers) {
            scheduler.pollUsingLockAndFetch(allButOne(workers), 1);
        }

        @Override
        String ofNobodyElse() {
            return " FOR NO KEY UPDATE SKIP LOCKED";
        }
    };

    static QueueDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRES;
            default -> throw new SQLException("there is no queue on " + product);
        };
    }

    abstract JdbcCustomization customization();

    /**
     * Takes no more than there are workers, and looks for more when one of them is free. What one process has taken and
     * cannot begin yet, another could have.
     */
    abstract void poll(SchedulerBuilder scheduler, int workers);

    /**
     * Ends a query for tasks that shall be changed: passes over those that another transaction is changing. Waiting for one
     * would be a deadlock: it may be a task's own end, which waits for the balance that this transaction has moved.
     */
    abstract String ofNobodyElse();

    /** As the part of all workers that db-scheduler wants to be told. */
    private static double allButOne(int workers) {
        return (workers - 0.5) / workers;
    }
}
