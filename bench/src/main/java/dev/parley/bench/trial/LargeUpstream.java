package dev.parley.bench.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An upstream for bodies of any size: it hears all of a recording, and has dubbed any film at once. It holds none of either. */
final class LargeUpstream implements AutoCloseable {

    private static final String DUB = "/v1/dubbing";
    private static final String MADE = "{\"dubbing_id\":\"large\",\"expected_duration_sec\":1}";
    private static final String DUBBED = "{\"dubbing_id\":\"large\",\"name\":\"large\",\"status\":\"dubbed\"}";
    private static final String HEARD = """
        {"language_code":"eng","language_probability":1,"text":"Silence.","words":[]}\
        """;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong heard = new AtomicLong();
    private final HttpServer server;
    private volatile long filmBytes = 1;

    private LargeUpstream(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static LargeUpstream start() throws IOException {
        return new LargeUpstream(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How large the next film is. */
    void dub(long bytes) {
        filmBytes = bytes;
    }

    /** In all that was sent to it. */
    long heardBytes() {
        return heard.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            heard.addAndGet(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith(DUB + "/") && path.contains("/audio/")) {
                film(exchange);
                return;
            }
            byte[] json = json(path).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private void film(HttpExchange exchange) throws IOException {
        long bytes = filmBytes;
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        exchange.sendResponseHeaders(200, bytes);
        new Silence(bytes).transferTo(exchange.getResponseBody());
    }

    private static String json(String path) {
        return switch (path) {
            case DUB -> MADE;
            case "/v1/speech-to-text" -> HEARD;
            case "/v1/models" -> "[]";
            case "/v2/voices" -> "{\"voices\":[],\"has_more\":false}";
            default -> path.startsWith(DUB + "/") ? DUBBED : "{}";
        };
    }
}
