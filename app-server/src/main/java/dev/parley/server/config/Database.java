package dev.parley.server.config;

import dev.parley.adapters.storage.StorageProperties;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where accounts, credits and tasks are kept. */
public sealed interface Database {

    String POSTGRES = "jdbc:postgresql:";
    String SQLITE = "jdbc:sqlite:";

    /** Properties under which the stores wake up. */
    Map<String, Object> properties();

    /** One file, which one process serves at a time. */
    record Sqlite(Path file) implements Database {

        @Override
        public Map<String, Object> properties() {
            return StorageProperties.sqlite(file);
        }
    }

    /** A server, which several processes may share. Prints no secret. */
    record Postgres(
            String url, @Nullable String user, @Nullable String password, int connections) implements Database {

        @Override
        public Map<String, Object> properties() {
            return StorageProperties.postgres(url, user, password, connections);
        }

        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }

    /** @throws IllegalArgumentException for anything but {@code jdbc:postgresql:...}, or nothing */
    static Database of(Settings settings, Path dataDir, int connections) {
        String url = settings.value(Setting.DB_URL);
        if (url.isEmpty()) {
            return new Sqlite(dataDir.resolve("parley.db"));
        }
        if (!url.startsWith(POSTGRES)) {
            throw new IllegalArgumentException(
                    "'db.url' (PARLEY_DB_URL) must begin with 'jdbc:postgresql:', or be left out"
                            + " for SQLite in the data directory.");
        }
        String user = settings.value(Setting.DB_USER);
        String password = settings.value(Setting.DB_PASSWORD);
        return new Postgres(url, user.isEmpty() ? null : user, password.isEmpty() ? null : password, connections);
    }

    /**
     * A database that is named at the terminal, beside the server's own.
     *
     * @throws IllegalArgumentException without a word of the URL, since part of it may be a password
     */
    static Database target(String url, @Nullable String user, @Nullable String password, Path workingDirectory) {
        if (url.startsWith(POSTGRES)) {
            return new Postgres(url, user, password, StorageProperties.POOL_SIZE_MIN);
        }
        String file = url.startsWith(SQLITE) ? url.substring(SQLITE.length()) : "";
        if (file.isEmpty() || file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
            throw new IllegalArgumentException(
                    "The other database must be '" + POSTGRES + "//HOST/DATABASE' or '" + SQLITE + "FILE'.");
        }
        return new Sqlite(workingDirectory.resolve(file));
    }
}
