package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Submits a job, asks until it is done, plays what it brought. The upstream answers with bare words. */
final class JobProvider implements VoiceProvider {

    private final URI base;
    private final JobFlaw flaw;
    private final WireCalls calls;

    JobProvider(URI base, String key, JobFlaw flaw) {
        this.base = base;
        this.flaw = flaw;
        this.calls = new WireCalls(key, WireFlaw.NONE);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(ToneProvider.PLAIN));
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice("job-1", "Job", Set.of(), "What the upstream has"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!left(attempt).isPositive()) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        Receipt receipt = attempt.receipt();
        boolean resumed = receipt.upstreamId().isPresent() && flaw != JobFlaw.SUBMITS_AGAIN;
        String job = resumed ? receipt.upstreamId().orElseThrow() : submit(request, attempt);
        while (!text("/jobs/" + job, attempt).equals("done")) {
            Thread.onSpinWait(); // This upstream answers at once; a real one is asked once a second.
        }
        if (flaw == JobFlaw.GIVES_UP_WHEN_RUNG) {
            giveUpIfRung(attempt);
        }
        if (flaw == JobFlaw.KEEPS_THE_ID_TOO_LATE) {
            receipt.keep(job);
        }
        var audio = calls.send(HttpRequest.newBuilder(base.resolve("/jobs/" + job + "/audio")), left(attempt));
        return new WireStream(audio.body(), left(attempt), WireFlaw.NONE);
    }

    @Override
    public void close() {
        calls.close();
    }

    private String submit(RenderRequest request, Attempt attempt) throws ProviderException {
        String bell = flaw == JobFlaw.KEEPS_THE_DOORBELL
                ? ""
                : attempt.doorbell().address().map(URI::toString).orElse("");
        var body = BodyPublishers.ofString(String.join("\n", SampleRequests.texts(request)) + bell);
        String job = text(HttpRequest.newBuilder(base.resolve("/jobs")).POST(body), attempt);
        if (flaw != JobFlaw.KEEPS_THE_ID_TOO_LATE && flaw != JobFlaw.NEVER_KEEPS_THE_ID) {
            attempt.receipt().keep(job);
        }
        return job;
    }

    private String text(String path, Attempt attempt) throws ProviderException {
        return text(HttpRequest.newBuilder(base.resolve(path)), attempt);
    }

    /** The client's own time limit ends with the headers, so the body has another. */
    private String text(HttpRequest.Builder call, Attempt attempt) throws ProviderException {
        HttpResponse<InputStream> response = calls.send(call, left(attempt));
        try (InputStream body = response.body()) {
            var reading = new FutureTask<>(() -> new String(body.readAllBytes(), UTF_8));
            Thread.startVirtualThread(reading);
            return reading.get(left(attempt).toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new ProviderException(new Failure.Unavailable("broken off"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted"), e);
        }
    }

    private static void giveUpIfRung(Attempt attempt) throws ProviderException {
        long before = System.nanoTime();
        try {
            attempt.doorbell().await(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (System.nanoTime() - before < 10_000_000) {
            throw new ProviderException(new Failure.Unavailable("somebody rang"));
        }
    }

    private static Duration left(Attempt attempt) {
        return Duration.between(InstantSource.system().instant(), attempt.deadline());
    }
}
