package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.Session;
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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Posts the text, plays the answer. */
final class WireProvider implements VoiceProvider {

    private static final Model MODEL = new Model(
            "wire",
            "What the upstream plays",
            Set.of(Kind.DIALOGUE, Kind.SPEECH, Kind.SPEECH_SESSION),
            Set.of(),
            DialogueRules.DEFAULT,
            Set.of(AudioFormat.PCM_24000),
            Set.of(LanguageCode.AUTO),
            false);

    private final URI base;
    private final WireFlaw flaw;
    private final WireCalls calls;
    private final Queue<WireSession> sessions = new ConcurrentLinkedQueue<>();

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
        return new Capabilities(List.of(MODEL));
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

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        Duration left = Duration.between(InstantSource.system().instant(), attempt.deadline());
        if (!left.isPositive()) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        var session = new WireSession(flaw, flaw == WireFlaw.WAITS_FOR_WORDS_FOR_EVER ? Duration.ofHours(1) : left);
        calls.open(base.resolve("/talk"), session);
        sessions.add(session);
        return session;
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
        sessions.forEach(WireSession::close);
        calls.close();
    }
}
