package dev.parley.server;

import dev.parley.adapters.audio.Bs1770;
import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.adapters.audio.StandardLengths;
import dev.parley.adapters.audio.StandardRecordings;
import dev.parley.adapters.storage.StoreLock;
import dev.parley.application.account.OpenFirstAccount;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.admin.OpenFirstAdmin;
import dev.parley.application.admin.Password;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.notify.DeliveryWorker;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.StreamLeases;
import dev.parley.application.turns.TurnByTurn;
import dev.parley.application.work.Housekeeping;
import dev.parley.application.work.TaskWorker;
import dev.parley.domain.account.KeySecret;
import dev.parley.grpc.GrpcServer;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.Loudness;
import dev.parley.ports.store.TaskQueue;
import dev.parley.rest.RestProperties;
import dev.parley.rest.RestSettings;
import dev.parley.server.config.Database;
import dev.parley.server.config.ServerConfig;
import dev.parley.server.plugin.ConfiguredProviders;
import dev.parley.server.plugin.JarPins;
import dev.parley.server.plugin.LoadedProvider;
import dev.parley.server.plugin.PluginLoader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running gateway: both edges, the worker and the store, in one process. */
public final class Gateway implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
    private static final AudioCodecs CODECS = new StandardCodecs();
    private static final Loudness LOUDNESS = new Bs1770();

    private final ServerConfig config;
    private final StoreLock lock;
    private final ApplicationContext context;
    private final ScheduledExecutorService timer;
    private final Optional<KeySecret> firstKey;
    private final Optional<Password> firstPassword;
    private boolean closed;

    private Gateway(
            ServerConfig config,
            StoreLock lock,
            ApplicationContext context,
            ScheduledExecutorService timer,
            Optional<KeySecret> firstKey,
            Optional<Password> firstPassword) {
        this.config = config;
        this.lock = lock;
        this.context = context;
        this.timer = timer;
        this.firstKey = firstKey;
        this.firstPassword = firstPassword;
    }

    /**
     * Starts everything, or nothing.
     *
     * @throws IOException if the data directory cannot be used, or a port is taken
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static Gateway start(ServerConfig config) throws IOException {
        DataDirectory.create(config.dataDir());
        var lock = StoreLock.take(config.dataDir());
        @Nullable ApplicationContext context = null;
        try {
            var providers = installedProviders(config);
            context = ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .properties(properties(config))
                    .singletons(
                            config,
                            ServerSecrets.in(config.dataDir()),
                            CODECS,
                            new StandardLengths(),
                            new StandardRecordings(),
                            providers)
                    .start();
            return begin(config, lock, context);
        } catch (BeanContextException e) {
            giveBack(lock, context);
            throw new IOException("cannot start: " + Causes.last(e), e);
        } catch (IOException | RuntimeException e) {
            giveBack(lock, context);
            throw e;
        }
    }

    private static void giveBack(StoreLock lock, @Nullable ApplicationContext context) throws IOException {
        if (context != null) {
            context.close();
        }
        lock.close();
    }

    private static Gateway begin(ServerConfig config, StoreLock lock, ApplicationContext context) throws IOException {
        checkPrices(config, context.getBean(Catalog.class));
        recover(config, context);
        var account = context.getBean(OpenFirstAccount.class);
        if (config.firstKey() != null) {
            // Whoever waits for the port may use their own key at once.
            var _ = account.open(config.firstKey(), config.firstCredits());
        }
        listen(
                "http.port",
                config.bind(),
                config.httpPort(),
                () -> context.getBean(EmbeddedServer.class).start());
        listen(
                "grpc.port",
                config.bind(),
                config.grpcPort(),
                () -> context.getBean(GrpcServer.class).start());
        // Last of what can fail: a start that fails tells nobody the key and the password, and the next makes no
        // others.
        var firstKey = account.open(config.firstKey(), config.firstCredits());
        var firstPassword = context.getBean(OpenFirstAdmin.class).open(config.adminPassword());
        context.getBean(TaskWorker.class).start();
        var _ = context.getBean(RestSettings.class).publicUrl().get(); // Which is known from now on.
        context.getBean(DeliveryWorker.class).start();
        return new Gateway(config, lock, context, timer(context), firstKey, firstPassword);
    }

    private static void checkPrices(ServerConfig config, Catalog catalog) {
        config.checkTariff(catalog.models().stream().map(PublicModel::name).toList());
        if (!catalog.unpriced().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "not offered, for want of a price in the tariff: {0}",
                    String.join(", ", catalog.unpriced()));
        }
    }

    /** What a process that is gone has left. Nobody else uses a SQLite file; a server's other processes keep what is theirs. */
    private static void recover(ServerConfig config, ApplicationContext context) {
        var leases = context.getBean(StreamLeases.class);
        switch (config.database()) {
            case Database.Sqlite _ -> {
                leases.expireAll();
                context.getBean(DeliveryWorker.class).recover();
            }
            case Database.Postgres _ -> leases.keep();
        }
        context.getBean(TaskQueue.class)
                .repair(context.getBean(InstantSource.class).instant());
    }

    private static ScheduledExecutorService timer(ApplicationContext context) {
        // Two threads: a slow look at the ledger must not cost a stream its lease.
        var timer = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("housekeeping-", 0).factory());
        var leases = context.getBean(StreamLeases.class);
        var worker = context.getBean(TaskWorker.class);
        var housekeeping = context.getBean(Housekeeping.class);
        var ledger = context.getBean(VerifyLedger.class);
        repeat(timer, StreamLeases.BEAT, "keeping leases", () -> {
            leases.keep();
            worker.dropEnded();
        });
        repeat(
                timer,
                OpenSessions.BEAT,
                "ending sessions that last too long",
                context.getBean(OpenSessions.class)::tend);
        repeat(timer, Duration.ofMinutes(1), "sweeping", housekeeping::sweep);
        // The first look comes at once: a restart must not forget what the last one found.
        timer.execute(logged("verifying the ledger", ledger::verify));
        repeat(timer, Duration.ofHours(1), "verifying the ledger", ledger::verify);
        return timer;
    }

    private static void repeat(ScheduledExecutorService timer, Duration pause, String what, Runnable work) {
        var _ = timer.scheduleWithFixedDelay(
                logged(what, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable logged(String what, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, what + " failed; it is tried again later", e);
            }
        };
    }

    /** Before anything else is put together, so that a wrong setting is told in its own words. */
    private static Providers installedProviders(ServerConfig config) {
        var installed = PluginLoader.load(
                Gateway.class.getClassLoader(),
                config.dataDir().resolve("plugins"),
                new JarPins(config.pluginHashes()));
        var configured = ConfiguredProviders.create(installed, config.providers(), CODECS.resampler());
        return new Providers(configured.on().stream()
                .collect(Collectors.toMap(
                        LoadedProvider::name,
                        loaded -> new TurnByTurn(
                                loaded.provider(), CODECS, LOUDNESS, config.joining(), InstantSource.system()))));
    }

    /** Something that begins to listen. */
    @FunctionalInterface
    private interface Listening {
        void begin() throws IOException;
    }

    private static void listen(String setting, String bind, int port, Listening server) throws IOException {
        try {
            server.begin();
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "cannot listen on " + bind + ":" + port + " ('bind', '" + setting + "'): " + Causes.last(e), e);
        }
    }

    /** The first key of a new installation, unless the operator brought one. */
    public Optional<KeySecret> firstKey() {
        return firstKey;
    }

    /** The password of a new database's first admin, unless the operator brought one. */
    public Optional<Password> firstPassword() {
        return firstPassword;
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
        var worker = Thread.ofPlatform().name("worker-stop").start(context.getBean(TaskWorker.class)::close);
        var http = Thread.ofPlatform()
                .name("http-stop")
                .start(() -> HttpStop.stop(
                        context.getBean(NettyEmbeddedServer.class),
                        context.getBean(LiveStreams.class),
                        context.getBean(OpenSessions.class),
                        config.limits().stopPatience()));
        context.getBean(GrpcServer.class).close();
        join(http);
        join(worker);
        // Tasks that ended meanwhile have told of it; what is left is told by the next process.
        context.getBean(DeliveryWorker.class).close();
        context.getBean(TaskQueue.class).close();
        context.getBean(Providers.class).byName().values().forEach(provider -> provider.close());
        context.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the data directory's lock ends with the process", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> properties(ServerConfig config) {
        Map<String, Object> properties = new HashMap<>(config.database().properties());
        properties.putAll(RestProperties.of(config.limits(), config.bind(), config.httpPort()));
        return properties;
    }
}
