package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.ledger.AuditReport;
import dev.parley.ports.store.LedgerAudit;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks {@link AuditQuery}'s questions of one snapshot. */
@OnDatabase
@Singleton
final class JdbcLedgerAudit implements LedgerAudit {
    private final Snapshots snapshots;

    JdbcLedgerAudit(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public AuditReport audit() {
        try (var snapshot = snapshots.open()) {
            var report = new AuditReport(
                    count(snapshot, "balance"), count(snapshot, "ledger_entry"), List.copyOf(differences(snapshot)));
            snapshot.rollback();
            return report;
        } catch (SQLException e) {
            throw new DataAccessException("The ledger cannot be audited: " + e.getMessage(), e);
        }
    }

    /** On a connection that sees one moment. */
    static List<String> differences(Connection snapshot) throws SQLException {
        List<String> differences = new ArrayList<>();
        for (var query : AuditQuery.values()) {
            if (differences.size() < DIFFERENCES_MAX) {
                ask(snapshot, query, differences);
            }
        }
        return differences;
    }

    private static void ask(Connection snapshot, AuditQuery query, List<String> differences) throws SQLException {
        try (var statement = snapshot.createStatement()) {
            statement.setMaxRows(DIFFERENCES_MAX - differences.size());
            try (var found = statement.executeQuery(query.sql())) {
                while (found.next()) {
                    differences.add(query.tell(found));
                }
            }
        }
    }

    private static long count(Connection snapshot, String table) throws SQLException {
        try (var statement = snapshot.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
