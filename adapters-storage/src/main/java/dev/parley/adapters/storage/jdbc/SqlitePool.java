package dev.parley.adapters.storage.jdbc;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Puts {@link SqliteDataSource} below the pool, where neither the pool nor Micronaut knows of it. */
@OnSqlite
@Singleton
final class SqlitePool implements BeanCreatedEventListener<DatasourceConfiguration> {

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        var configuration = event.getBean();
        configuration.setDataSource(new SqliteDataSource(configuration.getUrl()));
        return configuration;
    }
}
