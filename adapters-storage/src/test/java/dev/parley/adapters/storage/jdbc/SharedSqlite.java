package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file for all contracts: starting the beans costs more than most tests. */
final class SharedSqlite {
    private static final Path DIRECTORY = temporaryDirectory();
    private static final Path EMPTY = DIRECTORY.resolve("empty.db");
    private static final StoreBeans BEANS = new StoreBeans(StorageProperties.sqlite(DIRECTORY.resolve("parley.db")));

    static {
        BEANS.execute("backup to " + EMPTY);
        Runtime.getRuntime().addShutdownHook(new Thread(SharedSqlite::remove));
    }

    private SharedSqlite() {}

    /** The beans over what anybody may have stored before. */
    static StoreBeans used() {
        return BEANS;
    }

    /** The stores as they were after the first start. */
    static Stores emptied() {
        BEANS.execute("restore from " + EMPTY);
        return BEANS.stores();
    }

    /** Stores in a file of their own, which do not wait for the disk: for the ten thousand histories of one property. */
    static StoreBeans hasty() {
        var beans = new StoreBeans(StorageProperties.sqlite(DIRECTORY.resolve("hasty.db")));
        beans.execute("PRAGMA synchronous = OFF");
        return beans;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("parley-sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove() {
        BEANS.close();
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
