package dev.parley.adapters.storage.jdbc;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Lies below the pool and lets one call of one thread fail: the n-th that reaches the database. */
@Requires(property = FailingConnections.PROPERTY)
@Singleton
public final class FailingConnections implements BeanCreatedEventListener<DatasourceConfiguration>, Ordered {

    /** Whatever it is set to, connections may fail. */
    public static final String PROPERTY = "test.failing-connections";

    private static final Set<String> PREPARATIONS = Set.of("setAutoCommit", "createStatement", "prepareStatement");

    private @Nullable Thread victim;
    private int left;
    private Moment moment = Moment.BEFORE;

    /** When the call fails. What merely prepares for the database has no answer to lose. */
    public enum Moment {
        /** It never reached the database. */
        BEFORE,
        /** The database did it, and its answer was lost. */
        AFTER
    }

    /** The n-th call of this thread is to fail, counted from 1. */
    public synchronized void failAt(int call, Moment when) {
        victim = Thread.currentThread();
        left = call;
        moment = when;
    }

    /** No call is to fail any more. @return whether one did */
    public synchronized boolean disarm() {
        victim = null;
        return left <= 0;
    }

    /** Below whatever else lies below the pool. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        var configuration = event.getBean();
        var below = configuration.getDataSource();
        configuration.setDataSource(over(below == null ? postgres(configuration) : below));
        return configuration;
    }

    private DataSource over(DataSource below) {
        return new DelegatingDataSource(below) {
            @Override
            public Connection getConnection() throws SQLException {
                return failing(Connection.class, super.getConnection());
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private static DataSource postgres(DatasourceConfiguration configuration) {
        var source = new PGSimpleDataSource();
        source.setUrl(configuration.getUrl());
        source.setUser(configuration.getUsername());
        return source;
    }

    private <T> T failing(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean fails = isReached(method);
        if (fails && moment == Moment.BEFORE) {
            throw new SQLException(method.getName() + " is made to fail before it was done");
        }
        var answer = invoke(target, method, arguments);
        if (fails) {
            throw new SQLException(method.getName() + " is made to fail after it was done");
        }
        return switch (answer) {
            case PreparedStatement statement -> failing(PreparedStatement.class, statement);
            case Statement statement -> failing(Statement.class, statement);
            case null, default -> answer;
        };
    }

    private synchronized boolean isReached(Method method) {
        return Thread.currentThread().equals(victim) && isCounted(method.getName()) && --left == 0;
    }

    private boolean isCounted(String name) {
        boolean asks = name.equals("commit") || name.startsWith("execute");
        return asks || (moment == Moment.BEFORE && PREPARATIONS.contains(name));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
