package dev.parley.plugins.testkit;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Posts the text, plays the answer. */
final class WireProvider implements VoiceProvider {

    private final URI base;
    private final WireFlaw flaw;
    private final WireCalls calls;

    WireProvider(URI base, String key, WireFlaw flaw) {
        this.base = base;
        this.flaw = flaw;
        this.calls = new WireCalls(key, flaw);
        if (flaw == WireFlaw.CALLS_IN_CREATE) {
            calls.knock(base);
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
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        Receipt receipt = attempt.receipt();
        if (flaw == WireFlaw.KEEPS_AN_ID_UNDECLARED) {
            receipt.keep(attempt.id());
        }
        boolean resumes =
                flaw == WireFlaw.RESUMES_UNDECLARED && receipt.upstreamId().isPresent();
        String bell = flaw == WireFlaw.TELLS_THE_DOORBELL_UNDECLARED
                ? attempt.doorbell().address().map(URI::toString).orElse("")
                : "";
        var body = BodyPublishers.ofString(String.join("\n", SampleRequests.texts(request)) + bell);
        HttpResponse<InputStream> response =
                calls.send(HttpRequest.newBuilder(base.resolve("/speak")).method(resumes ? "PUT" : "POST", body), left);
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
        calls.close();
    }
}
