package dev.parley.adapters.storage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configuration under which the beans of this module wake up. Without it none of them exists. */
public final class StorageProperties {

    /** Fewest connections to PostgreSQL: while one migrates the tables, another keeps other processes from doing so. */
    public static final int POOL_SIZE_MIN = 2;

    /** Wait for another process in the driver, where waiting holds a carrier thread: an administrator's writes are short. */
    private static final int BUSY_TIMEOUT_MS = 10_000;

    /** Those that wait for the disk together, and as many who read meanwhile. */
    private static final int SQLITE_POOL_SIZE = 32;

    private static final int CONNECTION_TIMEOUT_MS = 20_000;

    private static final String SOURCE = "datasources.default.";

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
        var url = "jdbc:sqlite:" + path + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout="
                + BUSY_TIMEOUT_MS;
        var properties = properties(url, "org.sqlite.JDBC", "ANSI", "sqlite");
        properties.put(SOURCE + "maximum-pool-size", SQLITE_POOL_SIZE);
        properties.put(SOURCE + "minimum-idle", 1);
        return properties;
    }

    /**
     * Tables in a PostgreSQL database, which exists.
     *
     * @param url {@code jdbc:postgresql:} and so on; where it names a user and a password, they are taken out of it, so that
     *     they reach no log
     * @param user null if the URL names one
     * @param password null if the URL has one, or none is needed
     * @param poolSize at least {@link #POOL_SIZE_MIN}
     * @throws IllegalArgumentException if this is no such URL; the message does not repeat it
     */
    public static Map<String, Object> postgres(
            String url, @Nullable String user, @Nullable String password, int poolSize) {
        if (poolSize < POOL_SIZE_MIN) {
            throw new IllegalArgumentException("PostgreSQL needs at least " + POOL_SIZE_MIN + " connections");
        }
        var address = PostgresAddress.parse(url);
        var properties = properties(address.url(), "org.postgresql.Driver", "POSTGRES", "postgres");
        properties.put(SOURCE + "maximum-pool-size", poolSize);
        // Two thousand who come at once wait for each other; who waits for a database that is gone is told so.
        properties.put(SOURCE + "connection-timeout", CONNECTION_TIMEOUT_MS);
        put(properties, "username", user == null ? address.user() : user);
        put(properties, "password", password == null ? address.password() : password);
        return properties;
    }

    private static Map<String, Object> properties(String url, String driver, String dialect, String folder) {
        var properties = new HashMap<String, Object>();
        put(properties, "url", url);
        put(properties, "driver-class-name", driver);
        put(properties, "dialect", dialect);
        properties.put("flyway.datasources.default.enabled", true);
        properties.put("flyway.datasources.default.locations", "classpath:db/" + folder);
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(SOURCE + name, value);
        }
    }
}
