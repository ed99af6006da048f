package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.ApiKey;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface ApiKeyRows extends GenericRepository<ApiKeyRow, String> {
    ApiKeyRow save(ApiKeyRow row);

    Optional<ApiKeyRow> findById(String id);

    Optional<ApiKeyRow> findByHash(String hash);

    @Query("SELECT * FROM api_key WHERE retiring_hash = :hash ORDER BY created_ms DESC, id DESC LIMIT 1")
    Optional<ApiKeyRow> findRetiring(String hash);

    @Query("SELECT * FROM api_key WHERE account = :account ORDER BY created_ms, id")
    List<ApiKeyRow> oldestFirst(String account);

    @Query("""
        UPDATE api_key SET name = :name, hash = :hash, hint = :hint, state = :state, addresses = :addresses,
            models = :models, requests_per_minute = :requestsPerMinute, calls_at_once = :callsAtOnce,
            hour_micros = :hourMicros, day_micros = :dayMicros, total_micros = :totalMicros,
            retiring_hash = :retiringHash, retiring_until_ms = :retiringUntilMs
        WHERE id = :id
        """)
    int change(
            String id,
            String name,
            String hash,
            String hint,
            ApiKey.State state,
            String addresses,
            String models,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer callsAtOnce,
            @Nullable Long hourMicros,
            @Nullable Long dayMicros,
            @Nullable Long totalMicros,
            @Nullable String retiringHash,
            @Nullable Long retiringUntilMs);

    /** Spells the row out: given a whole row, Micronaut Data answers 1 even where no line was found. */
    default boolean change(ApiKeyRow row) {
        return change(
                        row.id(),
                        row.name(),
                        row.hash(),
                        row.hint(),
                        row.state(),
                        row.addresses(),
                        row.models(),
                        row.requestsPerMinute(),
                        row.callsAtOnce(),
                        row.hourMicros(),
                        row.dayMicros(),
                        row.totalMicros(),
                        row.retiringHash(),
                        row.retiringUntilMs())
                == 1;
    }

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends ApiKeyRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends ApiKeyRows {}
}
