package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteTablesTest {
    @ParameterizedTest
    @CsvSource({"UPDATE ledger_entry SET amount_micros = 0, never changed", "DELETE FROM ledger_entry, never deleted"})
    void theLedgerIsOnlyAppendedTo(String statement, String refusal) {
        SharedSqlite.used().stores().ledger().grant(ACCOUNT, credits(100), "opening", NOON);

        assertThatThrownBy(() -> SharedSqlite.used().execute(statement)).hasStackTraceContaining(refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        task_pending; WHERE status = 'PENDING'
        task_pending; WHERE status = 'PENDING' AND account = 'a'
        task_overdue; WHERE status = 'PROCESSING' AND mode = 'LIVE' AND lease_until_ms < 9 ORDER BY lease_until_ms, id
        task_lease;   WHERE status = 'PROCESSING' AND lease_token IN ('a', 'b')
        task_list;    WHERE account = 'a' ORDER BY created_ms DESC, id DESC LIMIT 9
        task_list;    WHERE account = 'a' AND (created_ms, id) < (1, 'b') ORDER BY created_ms DESC, id DESC LIMIT 9
        task_created; ORDER BY created_ms DESC, id DESC LIMIT 9
        task_created; WHERE (created_ms, id) < (1, 'b') ORDER BY created_ms DESC, id DESC LIMIT 9
        task_created; WHERE created_ms >= 1 AND created_ms < 2
        """)
    void frequentQuestionsAreAnsweredByAnIndex(String index, String condition) throws SQLException {
        assertThat(plan("SELECT * FROM task " + condition)).contains(index).doesNotContain("TEMP B-TREE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        delivery_due;     SELECT MIN(lane) FROM delivery WHERE stand = 'WAITING' AND lane > 'a'
        delivery_due;     SELECT MIN(due_ms) FROM delivery WHERE stand = 'WAITING' AND lane = 'a'
        delivery_due;     SELECT * FROM delivery WHERE stand = 'WAITING' AND lane = 'a' AND due_ms <= 9 ORDER BY due_ms, id LIMIT 4
        delivery_sending; SELECT COUNT(*) FROM delivery WHERE stand = 'SENDING' AND lane = 'a'
        delivery_list;    SELECT * FROM delivery WHERE account = 'a' AND (at_ms, id) < (9, '~') ORDER BY at_ms DESC, id DESC
        delivery_ended;   DELETE FROM delivery WHERE ended_ms < 9
        endpoint_account; SELECT * FROM endpoint WHERE account = 'a' ORDER BY created_ms, id
        """)
    void whatIsToldIsFoundByAnIndex(String index, String query) throws SQLException {
        assertThat(plan(query)).contains(index).doesNotContain("TEMP B-TREE");
    }

    private static String plan(String query) throws SQLException {
        var plan = new StringBuilder();
        try (var connection = SharedSqlite.used().connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var steps = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
                while (steps.next()) {
                    plan.append(steps.getString("detail")).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
