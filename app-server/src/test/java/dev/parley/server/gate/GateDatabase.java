package dev.parley.server.gate;

import dev.parley.adapters.storage.StorageProperties;
import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Where the server under test keeps its books. */
interface GateDatabase {

    /** What the server is told of it. */
    Map<String, String> settings();

    /** What this module's stores are told of it. */
    Map<String, Object> properties();

    /** In a transaction that sees one moment. */
    Connection snapshot() throws SQLException;

    /** What the database says of its own soundness: "ok". */
    String integrity() throws SQLException;

    /** Asks the stores something, and closes them. */
    default <T> T ask(Function<ApplicationContext, T> question) {
        try (var stores = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties())
                .start()) {
            return question.apply(stores);
        }
    }

    /** A file in the data directory. */
    record Sqlite(Path dataDir) implements GateDatabase {

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public Map<String, Object> properties() {
            return StorageProperties.sqlite(dataDir.resolve("parley.db"));
        }

        @Override
        public Connection snapshot() throws SQLException {
            var connection = DriverManager.getConnection("jdbc:sqlite:" + dataDir.resolve("parley.db"));
            connection.setAutoCommit(false);
            return connection;
        }

        @Override
        public String integrity() throws SQLException {
            try (var connection = snapshot();
                    var answer = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
                return answer.getString(1);
            }
        }
    }

    /** A database of its own on a server in this process, which survives every kill. */
    record Postgres(String url) implements GateDatabase {

        private static final String OWNER = "postgres";

        static Postgres create() {
            var database = "gate_" + UUID.randomUUID().toString().replace('-', '_');
            try (var connection = DriverManager.getConnection(Server.ONLY.getJdbcUrl(OWNER, OWNER));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Postgres(Server.ONLY.getJdbcUrl(OWNER, database));
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("PARLEY_DB_URL", url);
        }

        @Override
        public Map<String, Object> properties() {
            return StorageProperties.postgres(url, null, null, 2);
        }

        @Override
        public Connection snapshot() throws SQLException {
            var connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        }

        /** It is not PostgreSQL that is killed. */
        @Override
        public String integrity() {
            return "ok";
        }

        private static final class Server {
            private static final EmbeddedPostgres ONLY = start();

            private static EmbeddedPostgres start() {
                try {
                    return EmbeddedPostgres.builder().start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
