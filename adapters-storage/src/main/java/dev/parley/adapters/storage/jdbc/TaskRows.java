package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface TaskRows extends GenericRepository<TaskRow, String> {
    TaskRow save(TaskRow row);

    Optional<TaskRow> findById(String id);

    Optional<TaskRow> findByIdAndAccount(String id, String account);

    @Query("SELECT * FROM task WHERE account = :account ORDER BY created_ms DESC, id DESC LIMIT :max")
    List<TaskRow> newest(String account, int max);

    /** Nothing if {@code before} is no task of the account. */
    @Query("""
        SELECT * FROM task
        WHERE account = :account
            AND (created_ms, id) < (SELECT created_ms, id FROM task WHERE id = :before AND account = :account)
        ORDER BY created_ms DESC, id DESC LIMIT :max
        """)
    List<TaskRow> newestBefore(String account, String before, int max);

    @Query("SELECT * FROM task ORDER BY created_ms DESC, id DESC LIMIT :max")
    List<TaskRow> newestOfAll(int max);

    @Query("""
        SELECT * FROM task
        WHERE (created_ms, id) < (SELECT created_ms, id FROM task WHERE id = :before)
        ORDER BY created_ms DESC, id DESC LIMIT :max
        """)
    List<TaskRow> newestOfAllBefore(String before, int max);

    /** @return 0 if the stored revision is not the one before the row's */
    @Query("""
        UPDATE task SET revision = :revision, route_place = :routePlace, status = :status, attempts = :attempts, unknowns = :unknowns,
            not_before_ms = :notBeforeMs, lease_token = :leaseToken,
            lease_until_ms = :leaseUntilMs, audio_id = :audioId, audio_format = :audioFormat,
            audio_bytes = :audioBytes, audio_sha256 = :audioSha256, details = :details, cost_micros = :costMicros,
            failure_kind = :failureKind, failure_message = :failureMessage,
            failure_retry_after_ms = :failureRetryAfterMs,
            failure_may_have_rendered = :failureMayHaveRendered, ended_ms = :endedMs
        WHERE id = :id AND revision = :revision - 1
        """)
    int saveState(
            String id,
            int revision,
            int routePlace,
            StateColumns.Status status,
            @Nullable Integer attempts,
            @Nullable Integer unknowns,
            @Nullable Long notBeforeMs,
            @Nullable String leaseToken,
            @Nullable Long leaseUntilMs,
            @Nullable String audioId,
            @Nullable String audioFormat,
            @Nullable Long audioBytes,
            @Nullable String audioSha256,
            @Nullable String details,
            @Nullable Long costMicros,
            @Nullable String failureKind,
            @Nullable String failureMessage,
            @Nullable Long failureRetryAfterMs,
            @Nullable Boolean failureMayHaveRendered,
            @Nullable Long endedMs);

    /** Spells the row out: given a whole row, Micronaut Data answers 1 even where no line was found. */
    default boolean saveState(TaskRow row) {
        return saveState(
                        row.id(),
                        row.revision(),
                        row.routePlace(),
                        row.status(),
                        row.attempts(),
                        row.unknowns(),
                        row.notBeforeMs(),
                        row.leaseToken(),
                        row.leaseUntilMs(),
                        row.audioId(),
                        row.audioFormat(),
                        row.audioBytes(),
                        row.audioSha256(),
                        row.details(),
                        row.costMicros(),
                        row.failureKind(),
                        row.failureMessage(),
                        row.failureRetryAfterMs(),
                        row.failureMayHaveRendered(),
                        row.endedMs())
                == 1;
    }

    @Query("""
        SELECT * FROM task WHERE status = 'PROCESSING' AND mode = 'LIVE' AND lease_until_ms < :nowMs
        ORDER BY lease_until_ms, id LIMIT :max
        """)
    List<TaskRow> overdue(long nowMs, int max);

    @Query("UPDATE task SET lease_until_ms = :untilMs WHERE status = 'PROCESSING' AND lease_token IN (:tokens)")
    int renew(Collection<String> tokens, long untilMs);

    @Query("SELECT COUNT(*) FROM task WHERE status = 'PENDING'")
    long countPending();

    @Query("SELECT COUNT(*) FROM task WHERE status = 'PENDING' AND account = :account")
    long countPending(String account);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends TaskRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends TaskRows {}
}
