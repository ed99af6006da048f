package dev.parley.bench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Makes long books for a gateway that does not run. Its first finished task is copied, with all
 * that it left in other tables, and after each copy come three gifts of its price. Half of all belongs to the first account.
 */
final class LongBooks implements AutoCloseable {

    static final int ENTRIES_PER_TASK = 5;

    private static final int KEYS_MAX = 10_000;
    private static final int ENTRIES_PER_KEY = 100;
    private static final int KEYS_PER_ACCOUNT = 10;
    private static final int TASKS_AT_ONCE = 10_000;
    private static final Duration AGE = Duration.ofDays(20);
    private static final int TIME_SHIFT = 16;
    private static final int VERSION = 0x7000;
    private static final int CHANCE = 0x1000;

    private static final List<String> SETUP = List.of(
            "PRAGMA journal_mode = off",
            "PRAGMA synchronous = off",
            "PRAGMA cache_size = -262144",
            "PRAGMA temp_store = memory",
            "CREATE TEMP TABLE made (n INTEGER PRIMARY KEY, id TEXT, account TEXT, api_key TEXT, at_ms INTEGER)");

    private final Connection connection;
    private final SplittableRandom random = new SplittableRandom();
    private final String account;
    private final String key;
    private final String task;
    private final long begunMs = Instant.now().minus(AGE).toEpochMilli();

    /** Those that share the other half, each with the account that it opens. */
    private final List<Key> others = new ArrayList<>();

    private record Key(String id, String account) {}

    private LongBooks(Connection connection) throws SQLException {
        this.connection = connection;
        for (var step : SETUP) {
            run(step);
        }
        task = text("SELECT id FROM task WHERE status = 'COMPLETED' ORDER BY created_ms LIMIT 1");
        account = text("SELECT account FROM task WHERE id = '" + task + "'");
        key = text("SELECT api_key FROM task WHERE id = '" + task + "'");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, account FROM api_key WHERE id <> '" + key + "' ORDER BY created_ms, id")) {
            while (rows.next()) {
                others.add(new Key(rows.getString(1), rows.getString(2)));
            }
        }
    }

    /** @param file of a gateway that has stopped, and has completed a task */
    static void fill(Path file, long entries) throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var books = new LongBooks(connection)) {
            connection.setAutoCommit(false);
            books.issueKeys((int) Math.min(KEYS_MAX, entries / ENTRIES_PER_KEY));
            books.fill(entries);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** As the gateway expects to find it. */
    @Override
    public void close() throws SQLException {
        run("DROP TABLE made");
        run("PRAGMA journal_mode = wal");
    }

    private void issueKeys(int keys) throws SQLException {
        while (others.size() < keys) {
            String owner = "acc_" + id(begunMs);
            run("INSERT INTO account (id, name, created_ms) VALUES ('" + owner + "', 'made', " + begunMs + ")");
            for (int i = 0; i < KEYS_PER_ACCOUNT; i++) {
                String made = "key_" + id(begunMs);
                others.add(new Key(made, owner));
                String hash = String.format(
                        "%016x%016x%016x%016x",
                        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
                copy(
                        "api_key",
                        "",
                        "old.id = '" + key + "'",
                        Map.of("id", quoted(made), "account", quoted(owner), "hash", quoted(hash)));
            }
        }
    }

    private void fill(long entries) throws SQLException {
        long present = number("SELECT COUNT(*) FROM ledger_entry");
        long first = number("SELECT COUNT(*) FROM task");
        long missing = Math.max(0, entries - present) / ENTRIES_PER_TASK;
        long stepMs = Math.max(1, AGE.toMillis() / Math.max(1, first + missing));
        for (long done = 0; done < missing; done += TASKS_AT_ONCE) {
            make(first + done, (int) Math.min(TASKS_AT_ONCE, missing - done), stepMs);
            connection.commit();
        }
    }

    private void make(long first, int tasks, long stepMs) throws SQLException {
        try (var add = connection.prepareStatement("INSERT INTO made VALUES (?, ?, ?, ?, ?)")) {
            for (long n = first; n < first + tasks; n++) {
                long atMs = begunMs + n * stepMs;
                var other = n % 2 == 0 ? new Key(key, account) : others.get((int) (n / 2 % others.size()));
                add.setLong(1, n);
                add.setString(2, id(atMs).toString());
                add.setString(3, other.account());
                add.setString(4, other.id());
                add.setLong(5, atMs);
                add.addBatch();
            }
            add.executeBatch();
        }
        copyAll();
        addUp();
        run("DELETE FROM made");
    }

    private void copyAll() throws SQLException {
        copy(
                "task",
                "made",
                "old.id = '" + task + "'",
                Map.of(
                        "id", "made.id",
                        "account", "made.account",
                        "api_key", "made.api_key",
                        "created_ms", "made.at_ms",
                        "ended_ms", "made.at_ms + old.ended_ms - old.created_ms"));
        // An id has 35 digits and hyphens of its task's, so that it sorts as that does, and one of its own.
        copy(
                "ledger_entry",
                "made",
                "old.reference = 'hld_" + task + "'",
                Map.of(
                        "position", "NULL",
                        "id", "'ent_' || SUBSTR(made.id, 1, 35) || CASE old.phase WHEN 'HOLD' THEN 0 ELSE 1 END",
                        "account", "made.account",
                        "reference", "'hld_' || made.id",
                        "at_ms", "made.at_ms"));
        run("""
            INSERT INTO ledger_entry (id, account, kind, debit, credit, amount_micros, reference, at_ms)
            SELECT 'ent_' || SUBSTR(made.id, 1, 35) || gift.column1, made.account, 'GRANT', 'OPERATOR', 'AVAILABLE',
                old.quote_micros, 'a gift', made.at_ms
            FROM made, (VALUES (2), (3), (4)) gift, task old WHERE old.id = '%s' ORDER BY made.n, gift.column1
            """.formatted(task));
        copy(
                "attempt",
                "made",
                "old.task = '" + task + "'",
                Map.of("task", "made.id", "dispatched_ms", "made.at_ms", "ended_ms", "made.at_ms"));
        copy(
                "outbox",
                "made",
                "old.task = '" + task + "'",
                Map.of(
                        "position",
                        "NULL",
                        "id",
                        "'evt_' || made.id",
                        "account",
                        "made.account",
                        "task",
                        "made.id",
                        "at_ms",
                        "made.at_ms"));
    }

    /** Of accounts and keys: what the copies cost, and the gifts. */
    private void addUp() throws SQLException {
        run("""
            INSERT INTO balance (account, available_micros, held_micros, spent_micros)
            SELECT made.account, SUM(3 * old.quote_micros - old.cost_micros), 0, SUM(old.cost_micros)
            FROM made, task old WHERE old.id = '%s' GROUP BY made.account
            ON CONFLICT (account) DO UPDATE SET available_micros = available_micros + excluded.available_micros,
                spent_micros = spent_micros + excluded.spent_micros
            """.formatted(task));
        run("""
            INSERT INTO spend (api_key, span, starts_ms, micros)
            SELECT made.api_key, 'TOTAL', 0, SUM(old.cost_micros) FROM made, task old WHERE old.id = '%s' GROUP BY made.api_key
            ON CONFLICT (api_key, span, starts_ms) DO UPDATE SET micros = micros + excluded.micros
            """.formatted(task));
    }

    /** One line of a table for each line of the other, or one where that is empty; with what is different. */
    private void copy(String table, String each, String which, Map<String, String> different) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        var values = columns.stream()
                .map(column -> different.getOrDefault(column, "old." + column))
                .toList();
        run("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                + " FROM "
                + (each.isEmpty() ? "" : each + ", ") + table + " old WHERE " + which
                + (each.isEmpty()
                        ? ""
                        : " ORDER BY made.n" + (different.containsKey("id") ? ", " + different.get("id") : "")));
    }

    /** As Parley's own: version 7. */
    private UUID id(long atMs) {
        return new UUID(
                atMs << TIME_SHIFT | VERSION | random.nextInt(CHANCE), Long.MIN_VALUE | (random.nextLong() >>> 2));
    }

    private void run(String statement) throws SQLException {
        try (var made = connection.createStatement()) {
            made.execute(statement);
        } catch (SQLException e) {
            throw new SQLException(statement, e);
        }
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("nothing is found by " + query);
            }
            return rows.getString(1);
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
