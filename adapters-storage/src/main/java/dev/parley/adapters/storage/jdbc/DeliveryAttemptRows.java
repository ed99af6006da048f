package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface DeliveryAttemptRows extends GenericRepository<DeliveryAttemptRow, String> {

    @Query("""
        INSERT INTO delivery_attempt (delivery, number, at_ms, took_ms, status, retry_after_ms, said)
        VALUES (:delivery, :number, :atMs, :tookMs, :status, :retryAfterMs, :said)
        """)
    int add(
            String delivery,
            int number,
            long atMs,
            long tookMs,
            @Nullable Integer status,
            @Nullable Long retryAfterMs,
            String said);

    @Query("SELECT * FROM delivery_attempt WHERE delivery = :delivery ORDER BY number")
    List<DeliveryAttemptRow> firstToLast(String delivery);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends DeliveryAttemptRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends DeliveryAttemptRows {}
}
