package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One file for all contracts: starting the beans costs more than most tests. */
final class SharedSqlite {
    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DIRECTORY = temporaryDirectory(DISK);
    private static final Path EMPTY = DIRECTORY.resolve("empty.db");
    private static final Path FILE = DIRECTORY.resolve("parley.db");
    private static final StoreBeans BEANS = new StoreBeans(StorageProperties.sqlite(FILE));

    static {
        execute("backup to " + EMPTY);
        removeAtTheEnd(DIRECTORY, BEANS);
    }

    private SharedSqlite() {}

    /** The beans over what anybody may have stored before. */
    static StoreBeans used() {
        return BEANS;
    }

    /** The stores as they were after the first start. */
    static Stores emptied() {
        execute("restore from " + EMPTY);
        return BEANS.stores();
    }

    /** Stores in a file of their own, in memory where the system has room there: for the ten thousand histories of one property. */
    static StoreBeans hasty() {
        var directory = temporaryDirectory(Files.isWritable(MEMORY) ? MEMORY : DISK);
        var beans = new StoreBeans(StorageProperties.sqlite(directory.resolve("parley.db")));
        removeAtTheEnd(directory, beans);
        return beans;
    }

    /** Of the driver's own commands, which know no transactions. */
    private static void execute(String command) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + FILE);
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        } catch (SQLException e) {
            throw new IllegalStateException("the driver refuses: " + e.getMessage(), e);
        }
    }

    private static Path temporaryDirectory(Path in) {
        try {
            return Files.createTempDirectory(in, "parley-sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeAtTheEnd(Path directory, StoreBeans beans) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            beans.close();
            remove(directory);
        }));
    }

    private static void remove(Path directory) {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
