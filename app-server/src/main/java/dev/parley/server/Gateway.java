package dev.parley.server;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.StoreLock;
import dev.parley.application.account.OpenFirstAccount;
import dev.parley.application.catalog.Providers;
import dev.parley.application.work.Housekeeping;
import dev.parley.application.work.TaskWorker;
import dev.parley.domain.account.KeySecret;
import dev.parley.grpc.GrpcServer;
import dev.parley.rest.RestProperties;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running gateway: both edges, the worker and the store, in one process. */
public final class Gateway implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    private final ServerConfig config;
    private final StoreLock lock;
    private final ApplicationContext context;
    private final ScheduledExecutorService timer;
    private final Optional<KeySecret> firstKey;
    private boolean closed;

    private Gateway(
            ServerConfig config,
            StoreLock lock,
            ApplicationContext context,
            ScheduledExecutorService timer,
            Optional<KeySecret> firstKey) {
        this.config = config;
        this.lock = lock;
        this.context = context;
        this.timer = timer;
        this.firstKey = firstKey;
    }

    /** @throws IOException if the data directory cannot be used, or a port is taken */
    public static Gateway start(ServerConfig config) throws IOException {
        Files.createDirectories(config.dataDir());
        var lock = StoreLock.take(config.dataDir());
        @Nullable ApplicationContext context = null;
        try {
            context = ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .properties(properties(config))
                    .singletons(config, ServerSecrets.in(config.dataDir()))
                    .start();
            return begin(config, lock, context);
        } catch (IOException | RuntimeException e) {
            if (context != null) {
                context.close();
            }
            lock.close();
            throw e;
        }
    }

    private static Gateway begin(ServerConfig config, StoreLock lock, ApplicationContext context) throws IOException {
        var firstKey = context.getBean(OpenFirstAccount.class).open(config.firstKey(), config.firstCredits());
        context.getBean(Housekeeping.class).recover();
        context.getBean(TaskWorker.class).start();
        context.getBean(EmbeddedServer.class).start();
        context.getBean(GrpcServer.class).start();
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
        var _ = timer.scheduleWithFixedDelay(() -> sweep(context), 1, 1, TimeUnit.MINUTES);
        LOG.log(System.Logger.Level.INFO, "{0}", config.limits());
        return new Gateway(config, lock, context, timer, firstKey);
    }

    /** The first key of a new installation, unless the operator brought one. */
    public Optional<KeySecret> firstKey() {
        return firstKey;
    }

    public URI httpUrl() {
        return Addresses.http(config, context.getBean(EmbeddedServer.class).getPort());
    }

    /** Host and port. */
    public String grpcAddress() {
        return Addresses.reachable(config) + ":"
                + context.getBean(GrpcServer.class).port();
    }

    /** Takes no more calls, lets what is under way end, and gives the data directory back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        timer.shutdownNow();
        context.getBean(GrpcServer.class).close();
        context.getBean(TaskWorker.class).close();
        context.getBean(Providers.class).byName().values().forEach(provider -> provider.close());
        context.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the data directory's lock ends with the process", e);
        }
    }

    private static void sweep(ApplicationContext context) {
        try {
            context.getBean(Housekeeping.class).sweep();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "housekeeping failed; it runs again in a minute", e);
        }
    }

    private static Map<String, Object> properties(ServerConfig config) {
        Map<String, Object> properties =
                new HashMap<>(StorageProperties.sqlite(config.dataDir().resolve("parley.db")));
        properties.putAll(RestProperties.of(config.limits(), config.bind(), config.httpPort()));
        return properties;
    }
}
