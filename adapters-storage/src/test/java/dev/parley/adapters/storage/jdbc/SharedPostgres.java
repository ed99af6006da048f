package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all contracts, which ends with the tests. */
public final class SharedPostgres {
    private static final int POOL_SIZE = 8;
    private static final String OWNER = "postgres";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final StoreBeans BEANS =
            new StoreBeans(StorageProperties.postgres(SERVER.getJdbcUrl(OWNER, OWNER), null, null, POOL_SIZE));

    private SharedPostgres() {}

    /** The beans over what anybody may have stored before. */
    static StoreBeans used() {
        return BEANS;
    }

    /** The stores as they were after the first start. */
    static Stores emptied() {
        BEANS.execute("""
            DO $$
            DECLARE tables TEXT;
            BEGIN
                SET LOCAL session_replication_role = replica; -- The ledger refuses to be emptied.
                SELECT string_agg(quote_ident(tablename), ', ') INTO tables FROM pg_tables
                WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history';
                EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY CASCADE';
            END
            $$\
            """);
        return BEANS.stores();
    }

    /** Where an empty database is. */
    public static String newDatabase() {
        String name = "parley_" + DATABASES.incrementAndGet();
        BEANS.execute("CREATE DATABASE " + name);
        return SERVER.getJdbcUrl(OWNER, name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
