package dev.parley.server;

import dev.parley.server.config.Database;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The operator's walks over the server's own stores, and nothing else: no edge, no provider, no worker. Works while a server
 * runs and while none does.
 */
public final class Office implements AutoCloseable {

    private final ApplicationContext context;

    private Office(ApplicationContext context) {
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
        try {
            return new Office(ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .properties(config.database().properties())
                    .singletons(config, ServerSecrets.in(dataDir))
                    .start());
        } catch (BeanContextException e) {
            throw new IOException("cannot open the database: " + Causes.last(e), e);
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

    @Override
    public void close() {
        context.close();
    }
}
