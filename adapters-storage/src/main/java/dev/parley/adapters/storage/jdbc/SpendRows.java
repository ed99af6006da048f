package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Counters. A key's total is always changed first, so that of two transactions for one key the second waits there. */
interface SpendRows extends GenericRepository<SpendRow, String> {

    @Query("""
        INSERT INTO spend (api_key, span, starts_ms, micros)
        VALUES (:key, 'TOTAL', 0, :micros), (:key, 'DAY', :dayMs, :micros), (:key, 'HOUR', :hourMs, :micros)
        ON CONFLICT (api_key, span, starts_ms) DO UPDATE SET micros = spend.micros + excluded.micros
        """)
    int add(String key, long dayMs, long hourMs, long micros);

    @Query("""
        UPDATE spend SET micros = micros - :micros WHERE api_key = :key AND span = 'TOTAL' AND starts_ms = 0
        """)
    int takeFromTotal(String key, long micros);

    @Query("""
        UPDATE spend SET micros = micros - :micros
        WHERE api_key = :key AND ((span = 'DAY' AND starts_ms = :dayMs) OR (span = 'HOUR' AND starts_ms = :hourMs))
        """)
    int takeFromDayAndHour(String key, long dayMs, long hourMs, long micros);

    @Query("""
        SELECT * FROM spend WHERE api_key = :key
            AND ((span = 'TOTAL' AND starts_ms = 0) OR (span = 'DAY' AND starts_ms = :dayMs)
                OR (span = 'HOUR' AND starts_ms = :hourMs))
        """)
    List<SpendRow> current(String key, long dayMs, long hourMs);

    @Query("DELETE FROM spend WHERE span <> 'TOTAL' AND starts_ms < :limitMs")
    int forget(long limitMs);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends SpendRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends SpendRows {}
}
