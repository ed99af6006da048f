package dev.parley.server.gate;

import dev.parley.domain.account.SpendSpan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that the server has stored, as it is in the tables at one moment: none of the server's own code reads it. */
record Books(
        List<TaskRow> tasks,
        List<EntryRow> entries,
        List<BalanceRow> balances,
        List<AttemptRow> attempts,
        List<EventRow> events,
        List<DeliveryRow> deliveries,
        List<SpendRow> spending,
        Set<String> queued) {

    private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");

    /** @param cost 0 where it has none */
    record TaskRow(
            String id,
            String account,
            String key,
            boolean live,
            String text,
            String status,
            long price,
            long cost,
            long createdMs,
            boolean hasPlace,
            boolean hasCallback,
            @Nullable String audio,
            @Nullable String sha256) {

        boolean isFinal() {
            return !status.equals("PENDING") && !status.equals("PROCESSING");
        }
    }

    record EntryRow(String account, String kind, String debit, String credit, String phase, long amount, String task) {}

    record BalanceRow(String account, long available, long held, long spent) {}

    record AttemptRow(
            String task,
            int number,
            String provider,
            @Nullable String upstreamId,
            @Nullable String outcome,
            long dispatchedMs) {}

    record EventRow(String task, String type) {}

    record DeliveryRow(String id, String task, String stand) {}

    record SpendRow(String key, SpendSpan span, long startsMs, long micros) {}

    static Books read(GateDatabase database) throws SQLException {
        try (var connection = database.snapshot()) {
            var tasks = query(connection, """
                SELECT id, account, api_key, mode, request, status, quote_micros, cost_micros, created_ms, queued,
                    callback IS NOT NULL, audio_id, audio_sha256 FROM task\
                """, Books::task);
            var entries = query(
                    connection,
                    "SELECT account, kind, debit, credit, phase, amount_micros, reference FROM ledger_entry",
                    Books::entry);
            var balances = query(
                    connection,
                    "SELECT account, available_micros, held_micros, spent_micros FROM balance",
                    row -> new BalanceRow(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            var attempts = query(
                    connection,
                    "SELECT task, number, provider, upstream_id, outcome, dispatched_ms FROM attempt",
                    Books::attempt);
            var events = query(
                    connection,
                    "SELECT task, type FROM outbox",
                    row -> new EventRow(row.getString(1), row.getString(2)));
            var deliveries = query(
                    connection,
                    "SELECT id, task, stand FROM delivery",
                    row -> new DeliveryRow(row.getString(1), row.getString(2), row.getString(3)));
            var spending = query(connection, "SELECT api_key, span, starts_ms, micros FROM spend", Books::spend);
            var queued = query(connection, "SELECT task_instance FROM scheduled_tasks", row -> row.getString(1));
            return new Books(tasks, entries, balances, attempts, events, deliveries, spending, new HashSet<>(queued));
        }
    }

    /** Tasks that have not ended, and deliveries that have not. */
    static long unfinished(GateDatabase database) throws SQLException {
        try (var connection = database.snapshot()) {
            return query(
                            connection,
                            "SELECT (SELECT COUNT(*) FROM task WHERE status IN ('PENDING', 'PROCESSING'))"
                                    + " + (SELECT COUNT(*) FROM delivery WHERE stand IN ('WAITING', 'SENDING'))",
                            row -> row.getLong(1))
                    .getFirst();
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    private static TaskRow task(ResultSet row) throws SQLException {
        var text = TEXT.matcher(row.getString(5));
        return new TaskRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).equals("LIVE"),
                text.find() ? text.group(1) : "",
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getString(12),
                row.getString(13));
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        var phase = row.getString(5);
        var reference = row.getString(7);
        return new EntryRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                phase == null ? "" : phase,
                row.getLong(6),
                phase == null ? "" : reference.substring("hld_".length()));
    }

    private static AttemptRow attempt(ResultSet row) throws SQLException {
        return new AttemptRow(
                row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getLong(6));
    }

    private static SpendRow spend(ResultSet row) throws SQLException {
        return new SpendRow(row.getString(1), SpendSpan.valueOf(row.getString(2)), row.getLong(3), row.getLong(4));
    }
}
