package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

interface EventRows extends GenericRepository<EventRow, String> {
    EventRow save(EventRow row);

    @Query("SELECT * FROM outbox WHERE account = :account ORDER BY position LIMIT :max")
    List<EventRow> oldest(String account, int max);

    @Query("DELETE FROM outbox WHERE at_ms < :limitMs")
    int forget(long limitMs);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends EventRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends EventRows {}
}
