package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.DeliveryState.Stand;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface DeliveryRows extends GenericRepository<DeliveryRow, String> {
    DeliveryRow save(DeliveryRow row);

    Optional<DeliveryRow> findById(String id);

    /** The next attempt counts on from here, since the one that was cut off has begun; but nobody has failed. */
    @Query("""
        UPDATE delivery SET stand = 'WAITING', due_ms = :nowMs, leased_until_ms = NULL,
            tries = CASE WHEN tries > 0 THEN tries - 1 ELSE 0 END
        WHERE stand = 'SENDING' AND leased_until_ms < :endedBeforeMs
        """)
    int endLeases(long nowMs, long endedBeforeMs);

    /**
     * Those that wait longest first. Goes from each lane to the next in the index, past all that waits there: a
     * backlog costs nothing.
     */
    @Query("""
        WITH RECURSIVE bound (lane) AS (
            SELECT MIN(lane) FROM delivery WHERE stand = 'WAITING'
            UNION ALL
            SELECT (SELECT MIN(next.lane) FROM delivery AS next
                WHERE next.stand = 'WAITING' AND next.lane > bound.lane)
            FROM bound WHERE bound.lane IS NOT NULL
        )
        SELECT lane, due_ms, CAST(room AS INTEGER) AS room FROM (
            SELECT lane,
                (SELECT MIN(first.due_ms) FROM delivery AS first
                    WHERE first.stand = 'WAITING' AND first.lane = bound.lane) AS due_ms,
                :eachMax - (SELECT COUNT(*) FROM delivery AS other
                    WHERE other.stand = 'SENDING' AND other.lane = bound.lane) AS room
            FROM bound WHERE lane IS NOT NULL
        ) AS due
        WHERE due_ms <= :nowMs AND room > 0 ORDER BY due_ms, lane LIMIT :max
        """)
    List<DueLane> dueLanes(long nowMs, int max, int eachMax);

    List<DeliveryRow> due(String lane, long nowMs, int max);

    /** How many calls each account has under way. */
    @Query("SELECT account, CAST(COUNT(*) AS INTEGER) AS count FROM delivery WHERE stand = 'SENDING' GROUP BY account")
    List<Sending> sending();

    /** @return 0 if another attempt has begun since */
    @Query("""
        UPDATE delivery SET lane = :lane, attempts = :attempts, stand = :stand, tries = :tries,
            due_ms = :dueMs, leased_until_ms = :leasedUntilMs, reason = :reason, ended_ms = :endedMs
        WHERE id = :id AND attempts = :attemptsBefore
        """)
    int saveState(
            String id,
            int attemptsBefore,
            String lane,
            int attempts,
            Stand stand,
            @Nullable Integer tries,
            @Nullable Long dueMs,
            @Nullable Long leasedUntilMs,
            @Nullable String reason,
            @Nullable Long endedMs);

    /** Spells the row out: given a whole row, Micronaut Data answers 1 even where no line was found. */
    default boolean saveState(DeliveryRow row, int attemptsBefore) {
        return saveState(
                        row.id(),
                        attemptsBefore,
                        row.lane(),
                        row.attempts(),
                        row.stand(),
                        row.tries(),
                        row.dueMs(),
                        row.leasedUntilMs(),
                        row.reason(),
                        row.endedMs())
                == 1;
    }

    @Query("DELETE FROM delivery WHERE ended_ms < :limitMs")
    int forget(long limitMs);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends DeliveryRows {
        @Override
        @Query("""
            SELECT * FROM delivery WHERE stand = 'WAITING' AND lane = :lane AND due_ms <= :nowMs
            ORDER BY due_ms, id LIMIT :max
            """)
        List<DeliveryRow> due(String lane, long nowMs, int max);
    }

    /** Passes over what another process is claiming. */
    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends DeliveryRows {
        @Override
        @Query("""
            SELECT * FROM delivery WHERE stand = 'WAITING' AND lane = :lane AND due_ms <= :nowMs
            ORDER BY due_ms, id LIMIT :max FOR UPDATE SKIP LOCKED
            """)
        List<DeliveryRow> due(String lane, long nowMs, int max);
    }
}
