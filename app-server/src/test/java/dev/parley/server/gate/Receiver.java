package dev.parley.server.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Who is told of the orders' tasks: lives in the test, so that it survives every kill and remembers what it heard. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DELAY_MS_MAX = 150;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Set<String>> idsByTask = new ConcurrentHashMap<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/heard", this::hear);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/heard");
    }

    /** By the tasks, the ids under which they were told of. */
    Map<String, Set<String>> heard() {
        return idsByTask.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, task -> Set.copyOf(task.getValue())));
    }

    /** Remembers first and answers later, so that a kill may come between. */
    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var task = JSON.readTree(exchange.getRequestBody()).path("id").asText();
            var id = exchange.getRequestHeaders().getFirst("webhook-id");
            idsByTask.computeIfAbsent(task, _ -> ConcurrentHashMap.newKeySet()).add(id);
            Thread.sleep(new SplittableRandom(id.hashCode()).nextInt(DELAY_MS_MAX));
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
