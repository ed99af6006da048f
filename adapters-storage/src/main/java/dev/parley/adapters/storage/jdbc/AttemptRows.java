package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.task.AttemptRecord.Outcome;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface AttemptRows extends GenericRepository<AttemptRow, String> {

    @Query("""
        INSERT INTO attempt (task, number, provider, dispatched_ms, upstream_id)
        VALUES (:task, :number, :provider, :dispatchedMs, :upstreamId)
        """)
    int begin(String task, int number, String provider, long dispatchedMs, @Nullable String upstreamId);

    @Query("SELECT * FROM attempt WHERE task = :task AND outcome IS NULL")
    Optional<AttemptRow> open(String task);

    @Query("UPDATE attempt SET upstream_id = :upstreamId WHERE task = :task AND outcome IS NULL")
    int note(String task, String upstreamId);

    @Query("""
        UPDATE attempt SET outcome = :outcome, detail = :detail, ended_ms = :endedMs,
            bill_request_id = :billRequestId, bill_credential = :billCredential, bill_cost = :billCost
        WHERE task = :task AND outcome IS NULL
        """)
    int end(
            String task,
            Outcome outcome,
            String detail,
            long endedMs,
            @Nullable String billRequestId,
            @Nullable String billCredential,
            @Nullable String billCost);

    @Query("SELECT * FROM attempt WHERE task = :task ORDER BY number")
    List<AttemptRow> firstToLast(String task);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends AttemptRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends AttemptRows {}
}
