package dev.parley.adapters.elevenlabs;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.RenderRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the operator set, checked.
 *
 * @param baseUrl without a slash at the end
 * @param aliases names of voices, by the operator, and the upstream's names or ids that they stand for
 * @param cacheTime how long voices and models are believed
 * @param formats that the upstream's plan allows
 */
record Settings(
        URI baseUrl,
        List<UpstreamKey> keys,
        Timeouts timeouts,
        Map<String, String> aliases,
        Duration cacheTime,
        Proof proof,
        Set<AudioFormat> formats) {

    /**
     * @param connect to the upstream
     * @param firstByte from the request to the first audio of a stream
     * @param whole from the request to the first audio of what is made to its end before it is sent
     * @param work the same of what is not spoken
     * @param idle between two pieces of audio, while somebody waits for one
     * @param queue for a free place at the upstream
     */
    record Timeouts(
            Duration connect, Duration firstByte, Duration whole, Duration work, Duration idle, Duration queue) {

        Duration beginning(RenderRequest request) {
            if (!request.kind().isSpoken()) {
                return work;
            }
            return request.delivery().streamed() ? firstByte : whole;
        }
    }

    /** How it is found out that an audio is whole. */
    enum Proof {
        /** Timings are always asked for: the last character must have been reached. */
        TIMINGS,
        /** Timings are asked for where the caller wants them; else only the length is looked at. */
        DURATION
    }
}
