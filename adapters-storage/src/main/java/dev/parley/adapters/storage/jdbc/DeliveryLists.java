package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.DeliveryState.Stand;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries by what is asked for. Newest first; what is null does not matter. */
interface DeliveryLists extends GenericRepository<DeliveryRow, String> {

    @Query("""
        SELECT * FROM delivery
        WHERE task = :task AND (CAST(:account AS TEXT) IS NULL OR account = :account)
            AND (CAST(:endpoint AS TEXT) IS NULL OR endpoint = :endpoint)
            AND (CAST(:stand AS TEXT) IS NULL OR stand = :stand)
            AND at_ms >= :fromMs AND at_ms < :toMs AND (at_ms, id) < (:beforeMs, :before)
        ORDER BY at_ms DESC, id DESC LIMIT :max
        """)
    List<DeliveryRow> ofTask(
            String task,
            @Nullable String account,
            @Nullable String endpoint,
            @Nullable Stand stand,
            long fromMs,
            long toMs,
            long beforeMs,
            String before,
            int max);

    @Query("""
        SELECT * FROM delivery
        WHERE account = :account AND (CAST(:endpoint AS TEXT) IS NULL OR endpoint = :endpoint)
            AND (CAST(:stand AS TEXT) IS NULL OR stand = :stand)
            AND at_ms >= :fromMs AND at_ms < :toMs AND (at_ms, id) < (:beforeMs, :before)
        ORDER BY at_ms DESC, id DESC LIMIT :max
        """)
    List<DeliveryRow> ofAccount(
            String account,
            @Nullable String endpoint,
            @Nullable Stand stand,
            long fromMs,
            long toMs,
            long beforeMs,
            String before,
            int max);

    @Query("""
        SELECT * FROM delivery
        WHERE (CAST(:endpoint AS TEXT) IS NULL OR endpoint = :endpoint)
            AND (CAST(:stand AS TEXT) IS NULL OR stand = :stand)
            AND at_ms >= :fromMs AND at_ms < :toMs AND (at_ms, id) < (:beforeMs, :before)
        ORDER BY at_ms DESC, id DESC LIMIT :max
        """)
    List<DeliveryRow> ofAll(
            @Nullable String endpoint,
            @Nullable Stand stand,
            long fromMs,
            long toMs,
            long beforeMs,
            String before,
            int max);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends DeliveryLists {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends DeliveryLists {}
}
