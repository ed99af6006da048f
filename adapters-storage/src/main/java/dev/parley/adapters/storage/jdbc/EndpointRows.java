package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.EndpointState.Reason;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface EndpointRows extends GenericRepository<EndpointRow, String> {
    EndpointRow save(EndpointRow row);

    Optional<EndpointRow> findById(String id);

    Optional<EndpointRow> lock(String id);

    @Query("SELECT * FROM endpoint WHERE account = :account ORDER BY created_ms, id")
    List<EndpointRow> oldestFirst(String account);

    @Query("""
        UPDATE endpoint SET url = :url, description = :description, events = :events, secret = :secret,
            retiring_secret = :retiringSecret, retiring_until_ms = :retiringUntilMs,
            failing_since_ms = :failingSinceMs, disabled_by = :disabledBy, disabled_ms = :disabledMs
        WHERE id = :id
        """)
    int change(
            String id,
            String url,
            String description,
            String events,
            String secret,
            @Nullable String retiringSecret,
            @Nullable Long retiringUntilMs,
            @Nullable Long failingSinceMs,
            @Nullable Reason disabledBy,
            @Nullable Long disabledMs);

    /** Spells the row out: given a whole row, Micronaut Data answers 1 even where no line was found. */
    default boolean change(EndpointRow row) {
        return change(
                        row.id(),
                        row.url(),
                        row.description(),
                        row.events(),
                        row.secret(),
                        row.retiringSecret(),
                        row.retiringUntilMs(),
                        row.failingSinceMs(),
                        row.disabledBy(),
                        row.disabledMs())
                == 1;
    }

    @Query("DELETE FROM endpoint WHERE id = :id")
    int remove(String id);

    /** There is one writer. */
    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends EndpointRows {
        @Override
        @Query("SELECT * FROM endpoint WHERE id = :id")
        Optional<EndpointRow> lock(String id);
    }

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends EndpointRows {
        @Override
        @Query("SELECT * FROM endpoint WHERE id = :id FOR UPDATE")
        Optional<EndpointRow> lock(String id);
    }
}
