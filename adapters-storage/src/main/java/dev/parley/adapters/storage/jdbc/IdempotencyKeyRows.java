package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface IdempotencyKeyRows extends GenericRepository<IdempotencyKeyRow, String> {

    /** 0 if the key was used before and its time is not over. One whose time is over makes room. */
    @Query("""
        INSERT INTO idempotency_key (account, route, key, fingerprint, subject, answer, until_ms)
        VALUES (:account, :route, :key, :fingerprint, :subject, :answer, :untilMs)
        ON CONFLICT (account, route, key) DO UPDATE
            SET fingerprint = excluded.fingerprint, subject = excluded.subject, answer = excluded.answer,
                until_ms = excluded.until_ms
            WHERE idempotency_key.until_ms <= :nowMs
        """)
    int use(
            String account,
            String route,
            String key,
            String fingerprint,
            String subject,
            @Nullable String answer,
            long untilMs,
            long nowMs);

    @Query("""
        SELECT * FROM idempotency_key
        WHERE account = :account AND route = :route AND key = :key AND until_ms > :nowMs
        """)
    Optional<IdempotencyKeyRow> find(String account, String route, String key, long nowMs);

    @Query("DELETE FROM idempotency_key WHERE until_ms <= :nowMs")
    int forget(long nowMs);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends IdempotencyKeyRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends IdempotencyKeyRows {}
}
