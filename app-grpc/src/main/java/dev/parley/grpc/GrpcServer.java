package dev.parley.grpc;

import dev.parley.grpc.account.AccountEndpoint;
import dev.parley.grpc.audio.AudioEndpoint;
import dev.parley.grpc.auth.ApiKeyInterceptor;
import dev.parley.grpc.auth.CallSlots;
import dev.parley.grpc.catalog.CatalogEndpoint;
import dev.parley.grpc.dialogue.DialogueEndpoint;
import dev.parley.grpc.dialogue.TaskMapping;
import dev.parley.grpc.error.RefusalInterceptor;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.grpc.metadata.UnknownFieldsInterceptor;
import dev.parley.grpc.session.SessionEndpoint;
import dev.parley.grpc.voice.VoiceEndpoint;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2Exception;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves {@code parley.v1}, health and reflection over HTTP/2 without TLS. */
public final class GrpcServer implements AutoCloseable {

    private static final int CALLS_PER_CONNECTION_MAX = 100;
    private static final int RESETS_MAX = 200;
    private static final int RESETS_WINDOW_SECONDS = 30;
    private static final int METADATA_BYTES_MAX = 8 * 1024;
    private static final System.Logger LOG = System.getLogger(GrpcServer.class.getName());
    /** For callers to be told that they are broken off, if they read at all. */
    private static final Duration TELLING_MAX = Duration.ofSeconds(1);

    private static final Duration SETTLING_MAX = Duration.ofSeconds(5);

    /** Held here: a logger that nobody holds forgets its filter. */
    private static final Logger TRANSPORT =
            Logger.getLogger(NettyServerBuilder.class.getPackageName() + ".NettyServerHandler");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HealthStatusManager health = new HealthStatusManager();
    private final boolean strict;
    private final Duration stopTimeout;
    private final Runnable breakOff;
    private final Server server;
    private boolean closed;

    public GrpcServer(GrpcSettings settings, GrpcWalks walks) {
        TRANSPORT.setFilter(record -> !isEverydayLeaving(record.getThrown()));
        strict = settings.strict();
        stopTimeout = settings.stopTimeout();
        breakOff = () -> {
            walks.sessions().breakOff().run(); // First: what ends the streams stops everything live, whyever.
            walks.dialogue().live().breakOff();
        };
        var builder = limited(settings).executor(threads);
        endpoints(walks).forEach(endpoint -> builder.addService(guarded(endpoint)));
        builder.addService(health.getHealthService());
        builder.addService(ProtoReflectionServiceV1.newInstance());
        // The last added is the first called: refusals are mapped wherever they arise.
        builder.intercept(ResponseMetadata.interceptor());
        builder.intercept(new IdempotencyMetadata());
        builder.intercept(new ApiKeyInterceptor(walks.admit(), settings.trustedProxies()));
        builder.intercept(new RefusalInterceptor());
        builder.intercept(new CallSlots());
        server = builder.build();
    }

    public void start() throws IOException {
        server.start();
    }

    /** The port that is listened on, once started. */
    public int port() {
        return server.getPort();
    }

    /**
     * Takes no more calls, and gives those under way time to end. Streams that have not ended then are broken off at the
     * gateway's cost, and settled before this returns, as far as a few seconds suffice.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        health.enterTerminalState();
        server.shutdown();
        try {
            if (!server.awaitTermination(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                breakOff.run();
                await(server::awaitTermination, TELLING_MAX);
                server.shutdownNow();
                await(server::awaitTermination, SETTLING_MAX);
            }
            threads.shutdown();
            await(threads::awaitTermination, SETTLING_MAX);
        } catch (InterruptedException e) {
            server.shutdownNow();
            threads.shutdown();
            Thread.currentThread().interrupt();
        }
    }

    /** Something that ends in its own time, or not. */
    @FunctionalInterface
    private interface Ending {
        boolean within(long time, TimeUnit unit) throws InterruptedException;
    }

    private static void await(Ending ending, Duration atMost) throws InterruptedException {
        if (!ending.within(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(System.Logger.Level.DEBUG, "calls are still under way after {0}", atMost);
        }
    }

    private static NettyServerBuilder limited(GrpcSettings settings) {
        return NettyServerBuilder.forAddress(new InetSocketAddress(settings.bindAddress(), settings.port()))
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION_MAX)
                .maxRstFramesPerWindow(RESETS_MAX, RESETS_WINDOW_SECONDS)
                .maxInboundMessageSize(settings.messageBytesMax())
                .maxInboundMetadataSize(METADATA_BYTES_MAX)
                .permitKeepAliveTime(60, TimeUnit.SECONDS)
                .maxConnectionIdle(15, TimeUnit.MINUTES)
                .maxConnectionAge(1, TimeUnit.HOURS)
                // As long as a session may last; live streams are shorter.
                .maxConnectionAgeGrace(1, TimeUnit.HOURS)
                .handshakeTimeout(10, TimeUnit.SECONDS);
    }

    /** The transport warns, with a stack trace, of each caller who leaves while audio is on its way to them. */
    private static boolean isEverydayLeaving(@Nullable Throwable thrown) {
        return thrown instanceof Http2Exception.StreamException
                && "Stream closed before write could take place".equals(thrown.getMessage());
    }

    private List<BindableService> endpoints(GrpcWalks walks) {
        var tasks = new TaskMapping(walks.audioUrl());
        return List.of(
                new DialogueEndpoint(walks.dialogue(), tasks, threads),
                new AudioEndpoint(walks.dialogue(), walks.recordings(), walks.previews(), tasks, threads),
                new SessionEndpoint(walks.sessions(), threads),
                new CatalogEndpoint(walks.catalog(), walks.voices()),
                new VoiceEndpoint(walks.ownVoices(), threads),
                new AccountEndpoint(walks.credits()));
    }

    /** Messages are parsed inside the server's interceptors, so that those can answer for what cannot be parsed. */
    private ServerServiceDefinition guarded(BindableService endpoint) {
        return ServerInterceptors.useInputStreamMessages(
                ServerInterceptors.intercept(endpoint, new UnknownFieldsInterceptor(strict)));
    }
}
