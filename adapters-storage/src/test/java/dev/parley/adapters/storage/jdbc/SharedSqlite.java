package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** One file for all contracts: starting the beans costs more than most tests. */
final class SharedSqlite {
    private static final Path DIRECTORY = temporaryDirectory();
    private static final Path EMPTY = DIRECTORY.resolve("empty.db");
    private static final SqliteFile FILE = new SqliteFile(DIRECTORY.resolve("parley.db"));

    static {
        execute("backup to " + EMPTY);
        Runtime.getRuntime().addShutdownHook(new Thread(SharedSqlite::remove));
    }

    private SharedSqlite() {}

    /** The stores as they are, whoever has used them before. */
    static Stores used() {
        return FILE.stores();
    }

    /** The stores as they were after the first start. */
    static Stores emptied() {
        execute("restore from " + EMPTY);
        return FILE.stores();
    }

    static Connection connection() throws SQLException {
        return FILE.connection();
    }

    static void execute(String command) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot " + command, e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("parley-sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove() {
        FILE.close();
        try (var files = Files.list(DIRECTORY)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
