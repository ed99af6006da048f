package dev.parley.adapters.proxies.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.proxies.settings.Settings;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Carries calls to the upstream, with our credential, and nowhere else: redirects are not followed. */
final class Wire {

    private static final int ANSWER_BYTES_MAX = 1 << 20;

    private final HttpClient client;
    private final JobApi api;
    private final Settings settings;
    private final InstantSource clock;

    Wire(HttpClient client, JobApi api, Settings settings, InstantSource clock) {
        this.client = client;
        this.api = api;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The answer, whole.
     *
     * @throws ProviderException where there is none; "not rendered" only if the call was never sent
     * @throws InterruptedException when nobody waits any more; the call is given up
     */
    Reply send(Call call, Instant deadline) throws ProviderException, InterruptedException {
        Duration left = Duration.between(clock.instant(), deadline);
        Duration usual = settings.timeouts().answer();
        var most = left.compareTo(usual) < 0 ? left : usual;
        var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX);
        var answer = client.sendAsync(request(call), handler);
        try {
            HttpResponse<byte[]> response = answer.get(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
            var retryAfter = RetryAfter.of(response.headers().firstValue("Retry-After"), clock.instant());
            return Reply.of(response.statusCode(), response.body(), retryAfter);
        } catch (ExecutionException e) {
            throw broken(e);
        } catch (TimeoutException e) {
            throw new ProviderException(new Unavailable(api.name() + " did not answer in time"), e);
        } finally {
            answer.cancel(true); // Without effect where it has ended.
        }
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + call.path()))
                .header("Accept", "application/json");
        var credential = api.credential(settings.key());
        request.header(credential.getKey(), credential.getValue());
        call.headers().forEach(request::header);
        ObjectNode body = call.body();
        return body == null
                ? request.GET().build()
                : request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Reply.write(body)))
                        .build();
    }

    private ProviderException broken(ExecutionException e) {
        return switch (e.getCause()) {
            case HttpConnectTimeoutException _, ConnectException _, SSLHandshakeException _ ->
                new ProviderException(Unavailable.notRendered(api.name() + " cannot be reached"), e.getCause());
            case IOException cause ->
                new ProviderException(new Unavailable("the connection to " + api.name() + " broke"), cause);
            case null, default -> new ProviderException(new Unavailable(api.name() + " could not be asked"), e);
        };
    }
}
