package dev.parley.server;

import dev.parley.application.session.OpenSessions;
import dev.parley.application.stream.LiveStreams;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the REST edge stops. */
final class HttpStop {

    private static final System.Logger LOG = System.getLogger(HttpStop.class.getName());
    private static final Duration SETTLING_MAX = Duration.ofSeconds(3);

    private HttpStop() {}

    /**
     * Takes no more calls, and gives those under way time to end. Streams that have not ended then are broken off at the
     * gateway's cost, and settled before this returns, as far as a few seconds suffice. Sessions have no end of their own to wait
     * for: they are told at once that the gateway stops.
     */
    static void stop(NettyEmbeddedServer server, LiveStreams streams, OpenSessions sessions, Duration patience) {
        sessions.breakOff();
        try {
            sessions.awaitNone(SETTLING_MAX);
            server.shutdownGracefully().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.log(System.Logger.Level.INFO, "calls that have not ended in {0} are broken off", patience);
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "the HTTP server does not stop as it should", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        settle(server, streams);
    }

    private static void settle(NettyEmbeddedServer server, LiveStreams streams) {
        try {
            streams.breakOff();
            server.stopServerOnly();
            streams.awaitNone(SETTLING_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
