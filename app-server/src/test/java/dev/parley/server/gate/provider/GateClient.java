package dev.parley.server.gate.provider;

import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Speaks to the gate's upstream, and tells apart what it may have rendered from what it has not. */
final class GateClient implements AutoCloseable {

    private static final long POLL_MS = 25;

    private final URI upstream;
    private final HttpClient http = HttpClient.newHttpClient();

    GateClient(URI upstream) {
        this.upstream = upstream;
    }

    byte[] render(String attempt, String text) throws ProviderException {
        return answer(post("/render", attempt, text));
    }

    /** @return the id of the job, which is paid for from now on */
    String submit(String attempt, String text) throws ProviderException {
        return new String(answer(post("/jobs", attempt, text)), StandardCharsets.UTF_8);
    }

    /** Asks until the job is done: an answer that is lost is asked for again. */
    byte[] await(String job, Instant deadline) throws ProviderException {
        var request = HttpRequest.newBuilder(upstream.resolve("/jobs/" + job)).build();
        while (Instant.now().isBefore(deadline)) {
            var answer = send(request);
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            pause();
        }
        throw new ProviderException(new Unavailable("The job took too long."));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest post(String path, String attempt, String text) {
        return HttpRequest.newBuilder(upstream.resolve(path))
                .header("Attempt", attempt)
                .POST(BodyPublishers.ofString(text))
                .build();
    }

    private byte[] answer(HttpRequest request) throws ProviderException {
        var answer = send(request);
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            case 400 -> throw new ProviderException(new Rejected("The upstream will not say this."));
            case 503 -> throw new ProviderException(Unavailable.notRendered("The upstream is busy."));
            default -> throw new ProviderException(new Unavailable("The upstream says " + answer.statusCode() + "."));
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws ProviderException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new ProviderException(Unavailable.notRendered("The upstream cannot be reached."), e);
        } catch (IOException e) {
            throw new ProviderException(new Unavailable("The upstream broke off."), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Unavailable("Interrupted."), e);
        }
    }

    private static void pause() throws ProviderException {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Unavailable("Interrupted."), e);
        }
    }
}
