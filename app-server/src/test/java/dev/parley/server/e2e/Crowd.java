package dev.parley.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Receivers on loopback, each on a port of its own, of every kind that there is. */
final class Crowd implements AutoCloseable {

    private static final int HUGE_BYTES = 100 << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, HttpServer> servers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();

    /** One that came. */
    record Call(String kind, String id, String timestamp, String signature, String body, Instant at) {

        JsonNode json() {
            try {
                return RunningGateway.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How a receiver answers: it has read the body. */
    @FunctionalInterface
    private interface Manner {
        void answer(HttpExchange exchange, int nth) throws IOException;
    }

    Crowd() {
        open("well", 0, (exchange, _) -> status(exchange, 204));
        open("fails", 0, (exchange, nth) -> status(exchange, nth == 1 ? 500 : 200));
        open("hangs", 0, (exchange, _) -> hang());
        open("redirects", 0, Crowd::redirect);
        open("huge", 0, Crowd::huge);
        open("restarted", 0, (exchange, _) -> status(exchange, 200));
    }

    URI url(String kind) {
        return URI.create("http://127.0.0.1:" + server(kind).getAddress().getPort() + "/hook");
    }

    List<Call> calls(String kind) {
        return calls.stream().filter(call -> call.kind().equals(kind)).toList();
    }

    /** Goes away, and comes back on the same port. */
    void close(String kind) {
        server(kind).stop(0);
    }

    void reopen(String kind) {
        open(kind, server(kind).getAddress().getPort(), (exchange, _) -> status(exchange, 200));
    }

    @Override
    public void close() {
        over.countDown();
        servers.values().forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private void open(String kind, int port, Manner manner) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> hear(kind, manner, exchange));
            server.setExecutor(threads);
            server.start();
            servers.put(kind, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer server(String kind) {
        return Objects.requireNonNull(servers.get(kind));
    }

    private void hear(String kind, Manner manner, HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            String id = headers.getFirst("webhook-id");
            calls.add(new Call(
                    kind,
                    id,
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body,
                    Instant.now()));
            manner.answer(
                    exchange,
                    seen.computeIfAbsent(kind + id, _ -> new AtomicInteger()).incrementAndGet());
        }
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private static void redirect(HttpExchange exchange, int nth) throws IOException {
        exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
        status(exchange, 302);
    }

    private static void huge(HttpExchange exchange, int nth) throws IOException {
        exchange.sendResponseHeaders(200, HUGE_BYTES);
        byte[] block = new byte[1 << 16];
        for (int sent = 0; sent < HUGE_BYTES; sent += block.length) {
            exchange.getResponseBody().write(block); // Fails when the caller has had enough.
        }
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
