package dev.parley.adapters.proxies.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.parley.ports.provider.Doorbell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A doorbell on loopback that answers as the gateway's does. */
public final class Door implements Doorbell, AutoCloseable {

    private final HttpServer server;
    private final Semaphore rings = new Semaphore(0);
    private volatile String heard = "";

    public Door() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/doorbells/", exchange -> {
            heard = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            rings.release();
        });
        server.start();
    }

    /** What was said last. */
    public String heard() {
        return heard;
    }

    @Override
    public Optional<URI> address() {
        return Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/doorbells/task-1/token"));
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        if (rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
