package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface UsageRows extends GenericRepository<TaskRow, String> {

    @Query("""
        SELECT created_ms / 86400000 AS day, account, api_key, quote_model AS model, COUNT(*) AS tasks,
            CAST(SUM(CASE status WHEN 'COMPLETED' THEN 1 ELSE 0 END) AS BIGINT) AS completed,
            CAST(SUM(quote_units) AS BIGINT) AS units,
            CAST(COALESCE(SUM(cost_micros), 0) AS BIGINT) AS micros
        FROM task
        WHERE created_ms >= :fromMs AND created_ms < :toMs
            AND (CAST(:account AS TEXT) IS NULL OR account = :account)
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4 LIMIT :max
        """)
    List<UsageRow> between(@Nullable String account, long fromMs, long toMs, int max);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends UsageRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends UsageRows {}
}
