package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

interface AccountRows extends GenericRepository<AccountRow, String> {
    AccountRow save(AccountRow row);

    long count();

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends AccountRows {}
}
