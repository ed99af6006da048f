package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's end of a WebSocket to a gateway. */
final class Line implements WebSocket.Listener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final JsonNode END = RunningGateway.JSON.createObjectNode();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile String reason = "";

    @SuppressWarnings("NullAway.Init") // By to().
    private WebSocket socket;

    private Line() {}

    /** @param headers names and values */
    static Line to(RunningGateway gateway, HttpClient client, String path, String... headers) {
        var line = new Line();
        var builder = client.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        var uri = URI.create(gateway.gateway.httpUrl().toString().replaceFirst("http", "ws") + path);
        line.socket = builder.buildAsync(uri, line).join();
        return line;
    }

    /** Status of the answer to an upgrade that is refused; empty where it is not. */
    static Optional<Integer> refusal(RunningGateway gateway, HttpClient client, String path, String... headers) {
        try (var _ = to(gateway, client, path, headers)) {
            return Optional.empty();
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? Optional.of(refused.getResponse().statusCode())
                    : Optional.of(0);
        }
    }

    Line say(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    Line say(byte[] sound) {
        socket.sendBinary(ByteBuffer.wrap(sound), true).join();
        return this;
    }

    /** The next message, which must come. */
    JsonNode next() throws InterruptedException {
        var message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message").isNotNull();
        return message;
    }

    /** All messages up to the end. */
    List<JsonNode> rest() throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        for (var message = next(); !message.isEmpty(); message = next()) {
            all.add(message);
        }
        return all;
    }

    /** Code of the close frame. */
    int closed() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    String reason() {
        return reason;
    }

    /** Without a word. */
    void hangUp() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            try {
                heard.add(RunningGateway.JSON.readTree(begun.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            begun.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
        reason = why;
        heard.add(END);
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        heard.add(END);
        closed.completeExceptionally(error);
    }
}
