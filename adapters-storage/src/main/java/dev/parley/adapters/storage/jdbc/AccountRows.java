package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

interface AccountRows extends GenericRepository<AccountRow, String> {
    AccountRow save(AccountRow row);

    long count();

    Optional<AccountRow> findById(String id);

    /** Every id comes after the empty one. */
    @Query("SELECT * FROM account WHERE id > :after ORDER BY id LIMIT :max")
    List<AccountRow> after(String after, int max);

    @Query("UPDATE account SET name = :name, banned = :banned WHERE id = :id")
    int change(String id, String name, boolean banned);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends AccountRows {}

    @OnPostgres
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pg extends AccountRows {}
}
