package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Calls an upstream, and says what a bad answer means. */
final class WireCalls implements AutoCloseable {

    private final String key;
    private final WireFlaw flaw;
    private final HttpClient client = HttpClient.newHttpClient();

    WireCalls(String key, WireFlaw flaw) {
        this.key = key;
        this.flaw = flaw;
    }

    void knock(URI uri) {
        var _ = client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .join();
    }

    /** A good answer, whose body is still to come. */
    HttpResponse<InputStream> send(HttpRequest.Builder call, Duration left) throws ProviderException {
        try {
            var request = call.header("X-Key", key).timeout(left).build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            Failure failure = failure(response);
            if (failure != null) {
                throw new ProviderException(failure);
            }
            return response;
        } catch (IOException e) {
            throw new ProviderException(broken(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted"), e);
        }
    }

    void open(URI uri, WireSession session) throws ProviderException {
        URI socket = URI.create("ws" + uri.toString().substring(4));
        try {
            var _ = client.newWebSocketBuilder()
                    .header("X-Key", key)
                    .buildAsync(socket, session)
                    .join();
        } catch (CompletionException e) {
            throw new ProviderException(notOpened(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Failure notOpened(@Nullable Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused && flaw != WireFlaw.TAKES_ANY_REFUSAL_FOR_A_FAULT) {
            return switch (refused.getResponse().statusCode()) {
                case 401 -> new Failure.Misconfigured("the upstream refuses our key");
                case 429 -> new Failure.Throttled("too many sessions", Duration.ofSeconds(7));
                default -> new Failure.Unavailable("not opened");
            };
        }
        return new Failure.Unavailable("not opened", flaw == WireFlaw.DOES_NOT_KNOW_WHETHER_A_SESSION_BEGAN);
    }

    private Failure broken(IOException e) {
        boolean mayHaveRendered = switch (e) {
            case ConnectException _ -> flaw == WireFlaw.DOES_NOT_KNOW_WHETHER_IT_WAS_CONNECTED;
            case HttpTimeoutException _ -> flaw != WireFlaw.TAKES_LATENESS_FOR_NOTHING_DONE;
            default -> flaw != WireFlaw.TAKES_A_BREAK_FOR_NOTHING_DONE;
        };
        return flaw == WireFlaw.BLAMES_THE_OPERATOR_FOR_GARBAGE && mayHaveRendered
                ? new Failure.Misconfigured("no HTTP")
                : new Failure.Unavailable("the upstream does not answer", mayHaveRendered);
    }

    private @Nullable Failure failure(HttpResponse<InputStream> response) throws ProviderException {
        String type = response.headers().firstValue("content-type").orElse("");
        return switch (response.statusCode()) {
            case 200, 202 ->
                type.startsWith("audio/") || type.equals("application/json") || flaw == WireFlaw.PLAYS_ANYTHING
                        ? null
                        : new Failure.Unavailable("the upstream sent no audio");
            case 401 -> new Failure.Misconfigured(complaint(response));
            case 429 -> new Failure.Throttled("too many requests", wait(response));
            case 500 ->
                flaw == WireFlaw.BLAMES_THE_CALLER_FOR_500
                        ? new Failure.Rejected("500")
                        : new Failure.Unavailable("the upstream failed");
            case 503 ->
                flaw == WireFlaw.DOES_NOT_KNOW_WHAT_503_MEANS
                        ? new Failure.Unavailable("busy")
                        : Failure.Unavailable.notRendered("busy");
            default -> new Failure.Unavailable("status " + response.statusCode());
        };
    }

    private String complaint(HttpResponse<InputStream> response) throws ProviderException {
        if (flaw != WireFlaw.REPEATS_WHAT_THE_UPSTREAM_SAYS) {
            return "the upstream refuses our key";
        }
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("broken off"), e);
        }
    }

    private Duration wait(HttpResponse<InputStream> response) {
        return flaw == WireFlaw.DOES_NOT_WAIT_AS_LONG_AS_TOLD
                ? Duration.ofSeconds(1)
                : Duration.ofSeconds(
                        response.headers().firstValueAsLong("retry-after").orElse(1));
    }
}
