package dev.parley.adapters.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What must never be found, as a query, and how to tell what was found. */
enum AuditQuery {

    /** Of each account: the ledger's sums and the balance that caches them. */
    BALANCE("""
        SELECT account, SUM(available), SUM(held), SUM(spent), SUM(said_available), SUM(said_held), SUM(said_spent)
        FROM (
            SELECT account,
                amount_micros * (CASE credit WHEN 'AVAILABLE' THEN 1 ELSE 0 END
                    - CASE debit WHEN 'AVAILABLE' THEN 1 ELSE 0 END) AS available,
                amount_micros * (CASE credit WHEN 'HELD' THEN 1 ELSE 0 END
                    - CASE debit WHEN 'HELD' THEN 1 ELSE 0 END) AS held,
                amount_micros * (CASE credit WHEN 'SPENT' THEN 1 ELSE 0 END
                    - CASE debit WHEN 'SPENT' THEN 1 ELSE 0 END) AS spent,
                0 AS said_available, 0 AS said_held, 0 AS said_spent
            FROM ledger_entry
            UNION ALL
            SELECT account, 0, 0, 0, available_micros, held_micros, spent_micros FROM balance
        ) AS line
        GROUP BY account
        HAVING SUM(available) <> SUM(said_available) OR SUM(held) <> SUM(said_held) OR SUM(spent) <> SUM(said_spent)
        ORDER BY account
        """, """
            Account %s: the entries make %s micro-credits available, %s held and %s spent; its balance says %s, %s and %s.\
            """),

    /** The holds that are not settled, and the credits that are set aside. */
    HELD("""
        SELECT account, SUM(open), SUM(said) FROM (
            SELECT account, amount_micros AS open, 0 AS said FROM ledger_entry hold
            WHERE phase = 'HOLD' AND NOT EXISTS (
                SELECT 1 FROM ledger_entry s WHERE s.reference = hold.reference AND s.phase = 'SETTLE')
            UNION ALL
            SELECT account, 0, held_micros FROM balance
        ) AS line
        GROUP BY account HAVING SUM(open) <> SUM(said) ORDER BY account
        """, "Account %s: its open holds make %s micro-credits; its balance says that %s are held."),

    /** A hold is made once, settled at most once, and what was taken and given back is what was held. */
    SETTLEMENT("""
        SELECT reference, SUM(holds), SUM(settlements), SUM(held), SUM(settled) FROM (
            SELECT reference, account,
                CASE phase WHEN 'HOLD' THEN 1 ELSE 0 END AS holds,
                CASE phase WHEN 'SETTLE' THEN 1 ELSE 0 END AS settlements,
                CASE phase WHEN 'HOLD' THEN amount_micros ELSE 0 END AS held,
                CASE phase WHEN 'HOLD' THEN 0 ELSE amount_micros END AS settled
            FROM ledger_entry WHERE phase IS NOT NULL
        ) AS line
        GROUP BY reference
        HAVING SUM(holds) <> 1 OR SUM(settlements) > 1 OR COUNT(DISTINCT account) > 1
            OR SUM(settled) <> SUM(settlements) * SUM(held)
        ORDER BY reference
        """, """
            Hold %s: made %s times and settled %s times; %s micro-credits were held, and %s taken or given back.\
            """),

    /** A task that has not ended has an open hold of its price. */
    UNFINISHED("""
        SELECT task.id, task.quote_micros
        FROM task
        LEFT JOIN ledger_entry hold ON hold.reference = 'hld_' || task.id AND hold.phase = 'HOLD'
            AND hold.account = task.account AND hold.amount_micros = task.quote_micros
        LEFT JOIN ledger_entry settled ON settled.reference = 'hld_' || task.id AND settled.phase = 'SETTLE'
        WHERE task.status IN ('PENDING', 'PROCESSING') AND (hold.id IS NULL OR settled.id IS NOT NULL)
        ORDER BY task.id
        """, "Task %s: has not ended, and its account has no open hold of its %s micro-credits."),

    /** A task that has ended has a settled hold of its price. */
    FINISHED("""
        SELECT task.id, task.quote_micros
        FROM task
        LEFT JOIN ledger_entry hold ON hold.reference = 'hld_' || task.id AND hold.phase = 'HOLD'
            AND hold.account = task.account AND hold.amount_micros = task.quote_micros
        LEFT JOIN ledger_entry settled ON settled.reference = 'hld_' || task.id AND settled.phase = 'SETTLE'
        WHERE task.status NOT IN ('PENDING', 'PROCESSING') AND (hold.id IS NULL OR settled.id IS NULL)
        ORDER BY task.id
        """, "Task %s: has ended, and its account has no settled hold of its %s micro-credits."),

    /** What was taken from the hold is what the task says it cost. */
    COST("""
        SELECT task.id, COALESCE(task.cost_micros, 0), CASE settled.kind WHEN 'CAPTURE' THEN settled.amount_micros ELSE 0 END
        FROM task
        JOIN ledger_entry settled ON settled.reference = 'hld_' || task.id AND settled.phase = 'SETTLE'
        WHERE COALESCE(task.cost_micros, 0)
            <> CASE settled.kind WHEN 'CAPTURE' THEN settled.amount_micros ELSE 0 END
        ORDER BY task.id
        """, "Task %s: says that it cost %s micro-credits; its hold gave %s."),

    /** A hold that nobody would ever settle. */
    STRAY("""
        SELECT reference, account, amount_micros FROM ledger_entry hold
        WHERE phase = 'HOLD'
            AND NOT EXISTS (SELECT 1 FROM task WHERE task.id = SUBSTR(hold.reference, 5))
            AND NOT EXISTS (
                SELECT 1 FROM ledger_entry s WHERE s.reference = hold.reference AND s.phase = 'SETTLE')
        ORDER BY reference
        """, "Hold %s: is open, and no task is its own; account %s lacks %s micro-credits.");

    private final String sql;
    private final String sentence;

    AuditQuery(String sql, String sentence) {
        this.sql = sql;
        this.sentence = sentence;
    }

    String sql() {
        return sql;
    }

    String tell(ResultSet found) throws SQLException {
        var values = new Object[found.getMetaData().getColumnCount()];
        for (int column = 0; column < values.length; column++) {
            values[column] = found.getString(column + 1);
        }
        return sentence.formatted(values);
    }
}
