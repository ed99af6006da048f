package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.WatchedInput.Watching;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks the upstream for what it knows: voices, models, the account. Costs nothing, and takes no place. */
final class Lookup {

    private static final Duration MOST = Duration.ofSeconds(20);
    private static final int COMPLAINT_MAX = 64 * 1024;
    private static final int BYTES_MAX = 32 * 1024 * 1024;

    private final Wire wire;
    private final KeyRing keys;
    private final Watchdog watchdog;
    private final InstantSource clock;

    Lookup(Wire wire, KeyRing keys, Watchdog watchdog, InstantSource clock) {
        this.wire = wire;
        this.keys = keys;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    /** What is there; null where the upstream says that there is no such thing. */
    @Nullable
    JsonNode find(String target) throws ProviderException {
        return find(keys.anyKey(), target);
    }

    /** The same for one key. */
    @Nullable
    JsonNode find(UpstreamKey key, String target) throws ProviderException {
        return read(key, wire.get(key, target, MOST));
    }

    /** What is said to a change; null where the upstream says that there is no such thing, or does not take it. */
    @Nullable
    JsonNode change(String method, String target, @Nullable Payload payload) throws ProviderException {
        var key = keys.anyKey();
        return read(key, wire.change(key, method, target, payload, MOST));
    }

    /** What can be heard; null where the upstream says that there is no such thing. */
    @Nullable
    AudioStream listen(String target, AudioFormat format, Instant deadline) throws ProviderException {
        var key = keys.anyKey();
        Answer answer = wire.get(key, target, MOST);
        boolean begun = false;
        try {
            var now = clock.instant();
            var watching = new Watching(watchdog, clock, MOST);
            var body = new WatchedInput(answer.body(), watching, now.plus(MOST), deadline, BYTES_MAX);
            if (!answer.isGood()) {
                var _ = failed(key, Complaint.of(answer.status(), body.readNBytes(COMPLAINT_MAX)));
                return null;
            }
            begun = true;
            return new HeardPreview(answer, body, format);
        } catch (IOException e) {
            throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs' answer broke off"), e);
        } finally {
            if (!begun) {
                answer.close();
            }
        }
    }

    private @Nullable JsonNode read(UpstreamKey key, Answer answer) throws ProviderException {
        Instant until = clock.instant().plus(MOST);
        try (var body = new WatchedInput(answer.body(), new Watching(watchdog, clock, MOST), until, until, BYTES_MAX)) {
            byte[] read = body.readAllBytes();
            if (answer.isGood()) {
                return Json.read(read);
            }
            return failed(key, Complaint.of(answer.status(), read));
        } catch (IOException e) {
            throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs' answer broke off"), e);
        } finally {
            answer.close();
        }
    }

    /** Null where nothing is there. */
    private @Nullable JsonNode failed(UpstreamKey key, Complaint complaint) throws ProviderException {
        int status = complaint.status();
        if (complaint.says("voice_not_found", "invalid_voice_id") || status == 404 || status == 422 || status == 400) {
            return null;
        }
        if (status == 401 && !complaint.says("quota_exceeded")) {
            throw new ProviderException(
                    new Failure.Misconfigured("ElevenLabs refuses the key '" + key.name() + "' for voices"));
        }
        throw new ProviderException(Failure.Unavailable.notRendered("ElevenLabs failed (" + status + ")"));
    }
}
