package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.WatchedInput.Watching;
import dev.parley.adapters.elevenlabs.recording.DubbingCall;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Dubs: asked for once, looked after until they are done, fetched and taken away again. The upstream's id is kept before the
 * first look, with the name of the key that knows it.
 */
final class Dubbing {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LOOK_MOST = Duration.ofSeconds(20);
    private static final int FAILED_LOOKS_MAX = 10;
    private static final long BYTES_MAX = 8L * 1024 * 1024 * 1024;
    private static final String SEPARATOR = "/";

    /** As after a crash between the last byte and the end of the task: it was made, and is nowhere. */
    private static final Failure GONE = new Failure.Unavailable("ElevenLabs does not know the dub any more");

    private final Renderer renderer;
    private final Wire wire;
    private final KeyRings keys;
    private final Watching watching;
    private final InstantSource clock;

    Dubbing(Renderer renderer, Wire wire, KeyRings keys, Watching watching, InstantSource clock) {
        this.renderer = renderer;
        this.wire = wire;
        this.keys = keys;
        this.watching = watching;
        this.clock = clock;
    }

    /** Where a dub is made. */
    private record Job(UpstreamKey key, String id) {

        String target() {
            return "/v1/dubbing/" + Call.encoded(id);
        }
    }

    AudioStream render(DubbingRequest request, Attempt attempt) throws ProviderException {
        Optional<Job> earlier = attempt.receipt().upstreamId().map(this::job);
        Job job = earlier.isPresent() ? earlier.get() : begin(request, attempt);
        awaitEnd(job, attempt.deadline());
        return fetch(job, request, attempt.deadline());
    }

    private Job job(String kept) {
        int at = kept.lastIndexOf(SEPARATOR);
        return new Job(keys.named(kept.substring(0, Math.max(0, at))), kept.substring(at + 1));
    }

    private Job begin(DubbingRequest request, Attempt attempt) throws ProviderException {
        var receipt = new KeyNote(attempt.receipt());
        var asking = new Attempt(attempt.id(), attempt.deadline(), receipt, attempt.doorbell(), attempt.uploads());
        var answered = new ByteArrayOutputStream();
        try (AudioStream answer = renderer.render(request, asking)) {
            for (var chunk = answer.next(); chunk != null; chunk = answer.next()) {
                answered.writeBytes(chunk.bytes());
            }
        }
        String id = id(answered.toByteArray());
        attempt.receipt().keep(receipt.key() + SEPARATOR + id);
        return new Job(keys.named(receipt.key()), id);
    }

    private static String id(byte[] answer) throws ProviderException {
        try {
            String id = Json.read(answer).path(DubbingCall.ID).asText();
            if (id.matches("[A-Za-z0-9_-]{1,100}")) {
                return id;
            }
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs' answer to a dub is no JSON"), e);
        }
        throw new ProviderException(new Failure.Unavailable("ElevenLabs told no id of the dub"));
    }

    private void awaitEnd(Job job, Instant deadline) throws ProviderException {
        Duration pause = FIRST_PAUSE;
        int failed = 0;
        while (true) {
            try {
                if (isDone(job)) {
                    return;
                }
                failed = 0;
            } catch (ProviderException e) {
                boolean mayPass = e.failure() instanceof Failure.Unavailable
                        && !e.failure().equals(GONE);
                if (!mayPass || ++failed >= FAILED_LOOKS_MAX) {
                    throw e;
                }
            }
            rest(pause, deadline);
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
    }

    private boolean isDone(Job job) throws ProviderException {
        Answer answer = wire.get(job.key(), job.target(), LOOK_MOST);
        Instant until = clock.instant().plus(LOOK_MOST);
        try (var body = new WatchedInput(answer.body(), watching, until, until, 1 << 20)) {
            byte[] read = body.readAllBytes();
            if (answer.status() == 404) {
                throw new ProviderException(GONE);
            }
            return answer.isGood() && isDone(Json.read(read));
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("ElevenLabs' answer broke off"), e);
        } finally {
            answer.close();
        }
    }

    /** What is neither done nor failed goes on, whatever it is called. */
    private static boolean isDone(JsonNode told) throws ProviderException {
        if (told.path("status").asText().equals("failed")) {
            throw new ProviderException(new Failure.Rejected("ElevenLabs could not dub this recording"));
        }
        return told.path("status").asText().equals("dubbed");
    }

    private void rest(Duration pause, Instant deadline) throws ProviderException {
        if (!clock.instant().plus(pause).isBefore(deadline)) {
            throw new ProviderException(new Failure.Unavailable("the deadline has passed"));
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted while ElevenLabs dubs"), e);
        }
    }

    private AudioStream fetch(Job job, DubbingRequest request, Instant deadline) throws ProviderException {
        String target =
                job.target() + "/audio/" + Call.encoded(request.settings().target());
        Answer answer = wire.get(job.key(), target, LOOK_MOST);
        boolean begun = false;
        try {
            if (!answer.isGood()) {
                throw new ProviderException(
                        new Failure.Unavailable("ElevenLabs does not hand out the dub (" + answer.status() + ")"));
            }
            Instant firstBy = clock.instant().plus(LOOK_MOST);
            var body = new WatchedInput(answer.body(), watching, firstBy, deadline, BYTES_MAX);
            var dubbed = new DubbedStream(answer, body, () -> takeAway(job));
            begun = true;
            return dubbed;
        } catch (IOException e) {
            throw new ProviderException(new Failure.Unavailable("the connection to ElevenLabs broke"), e);
        } finally {
            if (!begun) {
                answer.close();
            }
        }
    }

    /** What stays there is the operator's to delete, and costs nothing. */
    private void takeAway(Job job) {
        try {
            wire.delete(job.key(), job.target(), LOOK_MOST).close();
        } catch (ProviderException e) {
            System.getLogger(Dubbing.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a dub stays at ElevenLabs: " + e.failure().message());
        }
    }
}
