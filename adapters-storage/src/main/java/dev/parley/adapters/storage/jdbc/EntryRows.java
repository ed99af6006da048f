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
        INSERT INTO ledger_entry (id, account, kind, phase, amount_micros, reference, at_ms)
        SELECT :id, held.account, :kind, 'SETTLE', :micros, held.reference, :atMs
        FROM ledger_entry held
        WHERE held.reference = :hold AND held.phase = 'HOLD'
            AND held.account = :account AND held.amount_micros = :heldMicros
            AND NOT EXISTS (SELECT 1 FROM ledger_entry s WHERE s.reference = :hold AND s.phase = 'SETTLE')
        """)
    int settle(String id, String hold, String account, long heldMicros, String kind, long micros, long atMs);

    @Query("""
        SELECT id, account, kind, phase, amount_micros, reference, at_ms FROM ledger_entry
        WHERE account = :account ORDER BY position
        """)
    List<EntryRow> oldestFirst(String account);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends EntryRows {}
}
