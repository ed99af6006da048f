package dev.parley.server;

import dev.parley.adapters.storage.StoreLock;
import dev.parley.adapters.storage.jdbc.BackupFile;
import dev.parley.adapters.storage.jdbc.DatabaseCopy;
import dev.parley.adapters.storage.jdbc.SqliteBackup;
import dev.parley.server.config.Database;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The operator's walks over the server's own stores, and nothing else: no edge, no provider, no worker. Works while a server
 * runs and while none does.
 */
public final class Office implements AutoCloseable {

    private final ServerConfig config;
    private final ApplicationContext context;

    private Office(ServerConfig config, ApplicationContext context) {
        this.config = config;
        this.context = context;
    }

    /** @throws IOException if there is nothing to administer, or it cannot be reached */
    public static Office open(ServerConfig config) throws IOException {
        var dataDir = config.dataDir().toAbsolutePath().normalize();
        if (config.database() instanceof Database.Sqlite(var file) && !Files.exists(file)) {
            throw new IOException("there is no database in " + dataDir
                    + " ('data.dir', PARLEY_DATA_DIR). Start a server on it first: ./parley serve");
        }
        if (!ServerSecrets.isIn(dataDir)) {
            throw new IOException("there is no server.key in " + dataDir
                    + " ('data.dir', PARLEY_DATA_DIR): without the server's own, no key that is issued would work");
        }
        return new Office(config, stores("the database", config.database(), config, ServerSecrets.in(dataDir)));
    }

    private static ApplicationContext stores(String which, Database database, Object... singletons) throws IOException {
        try {
            return ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .properties(database.properties())
                    .singletons(singletons)
                    .start();
        } catch (BeanContextException e) {
            throw new IOException("cannot open " + which + ": " + Causes.last(e), e);
        }
    }

    /** The walk of this type. */
    public <T> T walk(Class<T> type) {
        try {
            return context.getBean(type);
        } catch (BeanContextException e) {
            throw new IllegalStateException("cannot open the database: " + Causes.last(e), e);
        }
    }

    /**
     * Writes one moment's view of the database into a new SQLite file, whichever kind the database is.
     *
     * @return what is wrong with the copy; where there is anything, no file is left
     */
    public List<String> backUp(Path file) throws IOException {
        return switch (config.database()) {
            case Database.Sqlite _ -> walk(SqliteBackup.class).into(file);
            case Database.Postgres _ -> {
                try (var backup = BackupFile.begin(file)) {
                    copyTo(new Database.Sqlite(backup.unfinished()));
                    yield backup.finish();
                }
            }
        };
    }

    /**
     * Carries everything into an empty database, while no server runs on the data directory. This one stays as it is.
     *
     * @throws IOException if a server runs, or the other cannot be opened
     * @throws IllegalStateException if the other is not empty, or the copy is not the same; nothing is kept of it
     */
    public DatabaseCopy.Copied moveTo(Database other) throws IOException {
        try (var _ = StoreLock.take(config.dataDir())) {
            return switch (other) {
                case Database.Sqlite(Path file) -> moveInto(file);
                case Database.Postgres postgres -> copyTo(postgres);
            };
        }
    }

    private DatabaseCopy.Copied moveInto(Path file) throws IOException {
        try (var target = BackupFile.begin(file)) {
            var copied = copyTo(new Database.Sqlite(target.unfinished()));
            var complaints = target.finish();
            if (!complaints.isEmpty()) {
                throw new IllegalStateException(String.join(" ", complaints));
            }
            return copied;
        }
    }

    private DatabaseCopy.Copied copyTo(Database other) throws IOException {
        try (var stores = stores("the other database", other)) {
            return walk(DatabaseCopy.class).copyTo(stores.getBean(DatabaseCopy.class));
        } catch (BeanContextException e) {
            throw new IOException("cannot open the other database: " + Causes.last(e), e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
