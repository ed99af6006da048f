package dev.parley.bench.trial;

import dev.parley.bench.machine.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What one writer can do with the disk: a balance that is moved where it covers the amount, a line in a ledger, and a commit; again
 * and again, on SQLite set up as Parley's own connection.
 *
 * @param perSecond how many
 */
record GuardedCommits(double perSecond, Times times) {

    private static final int DIGITS = 3;

    /** As Parley's adapter for SQLite has them. */
    private static final List<String> SETUP = List.of(
            "PRAGMA journal_mode = wal",
            "PRAGMA synchronous = FULL",
            "PRAGMA foreign_keys = ON",
            "PRAGMA cache_size = -32768",
            "PRAGMA wal_autocheckpoint = 4096",
            "CREATE TABLE balance (id TEXT PRIMARY KEY, credits INTEGER NOT NULL, held INTEGER NOT NULL)",
            "CREATE TABLE entry (position INTEGER PRIMARY KEY, balance TEXT NOT NULL, amount INTEGER NOT NULL)",
            "INSERT INTO balance VALUES ('first', 1000000000, 0)");

    static GuardedCommits of(Path directory, long seconds) throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("commits.db"))) {
            try (var statement = connection.createStatement()) {
                for (var step : SETUP) {
                    statement.execute(step);
                }
            }
            repeat(connection, TimeUnit.SECONDS.toNanos(seconds) / 4); // Until it is warm.
            return repeat(connection, TimeUnit.SECONDS.toNanos(seconds));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static GuardedCommits repeat(Connection connection, long nanos) throws SQLException {
        var times = new Histogram(DIGITS);
        try (var begin = connection.prepareStatement("begin immediate");
                var hold = connection.prepareStatement(
                        "UPDATE balance SET held = held + 1 WHERE id = 'first' AND credits - held >= 1");
                var note = connection.prepareStatement("INSERT INTO entry (balance, amount) VALUES ('first', 1)");
                var commit = connection.prepareStatement("commit")) {
            long begun = System.nanoTime();
            long now = begun;
            while (now - begun < nanos) {
                begin.execute();
                if (hold.executeUpdate() != 1) {
                    throw new SQLException("the balance is used up");
                }
                note.executeUpdate();
                commit.execute();
                long after = System.nanoTime();
                times.recordValue(after - now);
                now = after;
            }
            return new GuardedCommits(times.getTotalCount() / ((now - begun) / 1e9), Times.of(times));
        }
    }
}
