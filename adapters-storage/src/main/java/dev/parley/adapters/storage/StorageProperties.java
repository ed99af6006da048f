package dev.parley.adapters.storage;

import java.nio.file.Path;
import java.util.Map;

/** Configuration under which the beans of this module wake up. Without it none of them exists. */
public final class StorageProperties {

    /** Wait for another process in the driver, where waiting holds a carrier thread: long enough for a backup. */
    private static final int BUSY_TIMEOUT_MS = 5000;

    private StorageProperties() {}

    /**
     * Tables in one SQLite file, which is created where there is none. Its directory exists.
     *
     * @throws IllegalArgumentException if the path cannot be written in a JDBC address
     */
    public static Map<String, Object> sqlite(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.contains("?")) {
            throw new IllegalArgumentException("SQLite cannot open '" + path + "': the path must not hold '?'");
        }
        return Map.of(
                "datasources.default.url",
                "jdbc:sqlite:" + path + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout="
                        + BUSY_TIMEOUT_MS,
                "datasources.default.driver-class-name",
                "org.sqlite.JDBC",
                "datasources.default.dialect",
                "ANSI",
                // One connection: writers queue in Java, in turn, and never in the driver.
                "datasources.default.maximum-pool-size",
                1,
                "flyway.datasources.default.enabled",
                true,
                "flyway.datasources.default.locations",
                "classpath:db/sqlite");
    }
}
