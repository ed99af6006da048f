package dev.parley.adapters.storage.jdbc;

import dev.parley.ports.store.LedgerAudit;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a database is whole: its file, what its lines refer to, and its books. */
@OnDatabase
@Singleton
public final class DatabaseCheck {

    private static final String WHOLE = "ok";

    private final Snapshots snapshots;
    private final LedgerAudit audit;

    DatabaseCheck(Snapshots snapshots, LedgerAudit audit) {
        this.snapshots = snapshots;
        this.audit = audit;
    }

    /** A sentence for each thing that is wrong. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        try (var snapshot = snapshots.open()) {
            if (snapshot.getMetaData().getDatabaseProductName().equals("SQLite")) {
                file(snapshot, complaints);
            }
            snapshot.rollback();
        } catch (SQLException e) {
            throw new DataAccessException("The database cannot be checked: " + e.getMessage(), e);
        }
        try {
            complaints.addAll(audit.audit().differences());
        } catch (DataAccessException e) {
            complaints.add(e.getMessage() + ".");
        }
        return complaints;
    }

    private static void file(Connection snapshot, List<String> complaints) throws SQLException {
        try (var statement = snapshot.createStatement();
                var found = statement.executeQuery("PRAGMA integrity_check")) {
            while (found.next()) {
                if (!found.getString(1).equals(WHOLE)) {
                    complaints.add("The file is damaged: " + found.getString(1) + ".");
                }
            }
        }
        try (var statement = snapshot.createStatement();
                var found = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (found.next()) {
                complaints.add("A line of " + found.getString(1) + " refers to one of " + found.getString(3)
                        + " that is not there.");
            }
        }
    }
}
