package dev.parley.adapters.storage.jdbc;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

interface ApiKeyRows extends GenericRepository<ApiKeyRow, String> {
    ApiKeyRow save(ApiKeyRow row);

    Optional<ApiKeyRow> findByHash(String hash);

    @OnSqlite
    @JdbcRepository(dialect = Dialect.ANSI)
    interface Sqlite extends ApiKeyRows {}
}
