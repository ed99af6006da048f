package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface CallbackSecretRows extends GenericRepository<CallbackSecretRow, String> {

    Optional<CallbackSecretRow> findById(String account);

    /** Waits for another transaction that is about to do the same, and then changes nothing. */
    @Query("""
        INSERT INTO callback_secret (account, secret, retiring_secret, retiring_until_ms)
        VALUES (:account, :secret, :retiringSecret, :retiringUntilMs) ON CONFLICT (account) DO NOTHING
        """)
    int keep(String account, String secret, @Nullable String retiringSecret, @Nullable Long retiringUntilMs);

    @Query("""
        UPDATE callback_secret SET secret = :secret, retiring_secret = :retiringSecret,
            retiring_until_ms = :retiringUntilMs
        WHERE account = :account AND secret = :before
        """)
    int replace(
            String account,
            String before,
            String secret,
            @Nullable String retiringSecret,
            @Nullable Long retiringUntilMs);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends CallbackSecretRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends CallbackSecretRows {}
}
