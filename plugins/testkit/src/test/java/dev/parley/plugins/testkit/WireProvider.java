package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts the text, plays the answer. */
final class WireProvider implements VoiceProvider {

    private final URI base;
    private final String key;
    private final WireFlaw flaw;
    private final HttpClient client = HttpClient.newHttpClient();

    WireProvider(URI base, String key, WireFlaw flaw) {
        this.base = base;
        this.key = key;
        this.flaw = flaw;
        if (flaw == WireFlaw.CALLS_IN_CREATE) {
            var _ = client.sendAsync(HttpRequest.newBuilder(base).build(), BodyHandlers.discarding())
                    .join();
        }
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(ToneProvider.PLAIN));
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice("wire-1", "Wire", Set.of(), "What the upstream has"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        Duration left = Duration.between(InstantSource.system().instant(), attempt.deadline());
        if (!left.isPositive()) {
            throw new ProviderException(new Failure.Unavailable("the deadline has passed"));
        }
        HttpResponse<InputStream> response = send(request, left);
        Failure failure = failure(response);
        if (failure != null) {
            throw new ProviderException(failure);
        }
        return new WireStream(body(response), flaw == WireFlaw.WAITS_FOR_EVER ? Duration.ofHours(1) : left, flaw);
    }

    private InputStream body(HttpResponse<InputStream> response) throws ProviderException {
        boolean lengthTold = response.headers().firstValue("content-length").isPresent();
        if (lengthTold || flaw != WireFlaw.PLAYS_ONE_PIECE_WHERE_NO_LENGTH_IS_TOLD) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            return new ByteArrayInputStream(body.readNBytes(1000));
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("broken off"), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<InputStream> send(RenderRequest request, Duration left) throws ProviderException {
        try {
            var call = HttpRequest.newBuilder(base.resolve("/speak"))
                    .header("X-Key", key)
                    .timeout(left)
                    .POST(BodyPublishers.ofString(String.join("\n", SampleRequests.texts(request))));
            return client.send(call.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new ProviderException(
                    flaw == WireFlaw.BLAMES_THE_OPERATOR_FOR_GARBAGE
                            ? new Failure.Misconfigured("no HTTP")
                            : new Failure.Unavailable("the upstream does not answer"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted"), e);
        }
    }

    private @Nullable Failure failure(HttpResponse<InputStream> response) throws ProviderException {
        String type = response.headers().firstValue("content-type").orElse("");
        return switch (response.statusCode()) {
            case 200 ->
                type.startsWith("audio/") || flaw == WireFlaw.PLAYS_ANYTHING
                        ? null
                        : new Failure.Unavailable("the upstream sent no audio");
            case 401 -> new Failure.Misconfigured(complaint(response));
            case 429 -> new Failure.Throttled("too many requests", wait(response));
            case 500 ->
                flaw == WireFlaw.BLAMES_THE_CALLER_FOR_500
                        ? new Failure.Rejected("500")
                        : new Failure.Unavailable("the upstream failed");
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
