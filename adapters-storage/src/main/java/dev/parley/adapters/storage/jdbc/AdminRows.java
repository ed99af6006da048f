package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

interface AdminRows extends GenericRepository<AdminRow, String> {
    long count();

    Optional<AdminRow> findByName(String name);

    @Query("""
        INSERT INTO admin (name, password_hash, password_since_ms) VALUES (:name, :passwordHash, :passwordSinceMs)
        ON CONFLICT (name) DO UPDATE
            SET password_hash = excluded.password_hash, password_since_ms = excluded.password_since_ms
        """)
    int put(String name, String passwordHash, long passwordSinceMs);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends AdminRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends AdminRows {}
}
