package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Moves credits between an account's three sums, each time by one statement that checks and changes at once. */
interface BalanceRows extends GenericRepository<BalanceRow, String> {
    Optional<BalanceRow> findByAccount(String account);

    @Query("""
        INSERT INTO balance (account, available_micros, held_micros, spent_micros) VALUES (:account, :micros, 0, 0)
        ON CONFLICT (account) DO UPDATE SET available_micros = balance.available_micros + excluded.available_micros
        """)
    int grant(String account, long micros);

    /** 0 if fewer are available. */
    @Query("""
        UPDATE balance SET available_micros = available_micros - :micros
        WHERE account = :account AND available_micros >= :micros
        """)
    int withdraw(String account, long micros);

    /** 0 if fewer are available, or nothing was ever granted. */
    @Query("""
        UPDATE balance SET available_micros = available_micros - :micros, held_micros = held_micros + :micros
        WHERE account = :account AND available_micros >= :micros
        """)
    int hold(String account, long micros);

    /** 0 if so much is not held. */
    @Query("""
        UPDATE balance SET held_micros = held_micros - :cost - :rest, spent_micros = spent_micros + :cost,
            available_micros = available_micros + :rest
        WHERE account = :account AND held_micros >= :cost + :rest
        """)
    int settle(String account, long cost, long rest);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends BalanceRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends BalanceRows {}
}
