package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The ledger's lines. There is no statement here that changes one. */
interface EntryRows extends GenericRepository<EntryRow, String> {
    EntryRow save(EntryRow row);

    /**
     * Settles a hold of exactly this account and amount. Where two race, the table lets one of them in.
     *
     * @return 0 if there is no such hold, or it is settled
     */
    @Query("""
        INSERT INTO ledger_entry (id, account, kind, debit, credit, phase, amount_micros, reference, at_ms)
        SELECT :id, held.account, :kind, 'HELD', :credit, 'SETTLE', :micros, held.reference, :atMs
        FROM ledger_entry held
        WHERE held.reference = :hold AND held.phase = 'HOLD'
            AND held.account = :account AND held.amount_micros = :heldMicros
        ON CONFLICT (reference, phase) DO NOTHING
        """)
    int settle(
            String id,
            String hold,
            String account,
            long heldMicros,
            String kind,
            String credit,
            long micros,
            long atMs);

    @Query("SELECT * FROM ledger_entry WHERE account = :account ORDER BY position LIMIT :max")
    List<EntryRow> oldest(String account, int max);

    /** Nothing if {@code after} is no entry of the account. */
    @Query("""
        SELECT * FROM ledger_entry
        WHERE account = :account
            AND position > (SELECT position FROM ledger_entry WHERE id = :after AND account = :account)
        ORDER BY position LIMIT :max
        """)
    List<EntryRow> oldestAfter(String account, String after, int max);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends EntryRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends EntryRows {}
}
