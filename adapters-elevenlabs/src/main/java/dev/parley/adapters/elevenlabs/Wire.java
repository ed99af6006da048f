package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.session.TurnedAwayException;
import dev.parley.adapters.elevenlabs.session.UpstreamSocket;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to the upstream. HTTP/1.1, a connection for each request under way: ending one ends its connection, and
 * what is not read stays in its socket.
 */
final class Wire implements AutoCloseable {

    private final URI base;

    /** For what may wait on its way: files that are sent, and frames. */
    private final HttpClient patient;

    /** For what never waits on its way, so that its one thread can do all there is to do, and nobody is woken for it. */
    private final HttpClient prompt;

    Wire(URI base, Duration connectTimeout) {
        this.base = base;
        this.patient = client(connectTimeout).build();
        this.prompt = client(connectTimeout).executor(Runnable::run).build();
    }

    /**
     * Asks for a rendering.
     *
     * @param most until the answer's head is there
     */
    Answer post(UpstreamKey key, Call call, Duration most) throws ProviderException {
        Payload.Sending sending = call.payload().begin();
        boolean answered = false;
        try {
            var client = call.payload().isInMemory() ? prompt : patient;
            Answer answer = send(
                    client,
                    to(call.target(), key, most)
                            .header("Content-Type", call.payload().contentType())
                            .POST(sending.publisher())
                            .build());
            answered = true;
            return answer.closing(sending);
        } catch (ProviderException e) {
            throw sending.isWhole() ? e : unheard(e);
        } finally {
            if (!answered) {
                sending.close();
            }
        }
    }

    /** Asks for something that is there already. */
    Answer get(UpstreamKey key, String target, Duration most) throws ProviderException {
        return send(prompt, to(target, key, most).GET().build());
    }

    /** Takes something away that nobody needs any more. */
    Answer delete(UpstreamKey key, String target, Duration most) throws ProviderException {
        return send(prompt, to(target, key, most).DELETE().build());
    }

    /** Changes something that is there. */
    Answer change(UpstreamKey key, String method, String target, @Nullable Payload payload, Duration most)
            throws ProviderException {
        var request = to(target, key, most);
        if (payload == null) {
            return send(prompt, request.method(method, BodyPublishers.noBody()).build());
        }
        try (var sending = payload.begin()) {
            return send(
                    patient,
                    request.header("Content-Type", payload.contentType())
                            .method(method, sending.publisher())
                            .build());
        }
    }

    /**
     * Connects for frames both ways. Nothing is rendered before the first of them.
     *
     * @param most until frames can go
     */
    void open(UpstreamKey key, String target, Duration most, UpstreamSocket socket)
            throws ProviderException, TurnedAwayException {
        var builder =
                patient.newWebSocketBuilder().header("xi-api-key", key.secret()).connectTimeout(most);
        var opening = builder.buildAsync(URI.create("ws" + base.toString().substring(4) + target), socket);
        try {
            var _ = opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
                throw TurnedAwayException.of(refused.getResponse());
            }
            throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs cannot be reached"), e.getCause());
        } catch (InterruptedException e) {
            socket.close();
            Thread.currentThread().interrupt();
            throw new ProviderException(
                    Failure.Unavailable.notRendered("interrupted while connecting to ElevenLabs"), e);
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        prompt.shutdownNow();
        patient.shutdownNow();
    }

    /** Nobody renders what has not come to its end. */
    private static ProviderException unheard(ProviderException e) {
        return e.failure() instanceof Failure.Unavailable unavailable
                ? new ProviderException(Failure.Unavailable.notRendered(unavailable.message()), e)
                : e;
    }

    private HttpRequest.Builder to(String target, UpstreamKey key, Duration most) {
        return HttpRequest.newBuilder(URI.create(base + target))
                .header("xi-api-key", key.secret())
                .timeout(most);
    }

    private static HttpClient.Builder client(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER); // A redirect would take the key elsewhere.
    }

    private static Answer send(HttpClient client, HttpRequest request) throws ProviderException {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            return Answer.of(response);
        } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException e) {
            throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs cannot be reached"), e);
        } catch (HttpTimeoutException e) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs did not answer in time"), e);
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("the connection to ElevenLabs broke"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted while ElevenLabs was asked"), e);
        }
    }
}
