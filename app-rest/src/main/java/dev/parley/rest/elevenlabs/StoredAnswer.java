package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.rest.audio.AudioBody;
import dev.parley.rest.audio.WaveHeader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** A stored audio as the body of an answer, of a length that is known and in memory that does not grow with it. */
final class StoredAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPENING = "{\"audio_base64\":\"";

    private final InputStream audio;
    private final long length;

    StoredAnswer(InputStream samples, AudioRef ref, OutputFormat format) {
        boolean wave = format.wave() && ref.format() instanceof AudioFormat;
        this.length = ref.bytes() + (wave ? WaveHeader.LENGTH : 0);
        this.audio = wave && ref.format() instanceof AudioFormat pcm
                ? joined(bytes(WaveHeader.of(pcm, ref.bytes())), samples)
                : samples;
    }

    AudioBody bare() {
        return new AudioBody(audio, length);
    }

    AudioBody inJson(TimingsJson timings) {
        byte[] opening = OPENING.getBytes(StandardCharsets.US_ASCII);
        byte[] rest = ("\"," + json(timings).substring(1)).getBytes(StandardCharsets.UTF_8);
        return new AudioBody(
                joined(bytes(opening), new Base64Stream(audio), bytes(rest)),
                opening.length + Base64Stream.length(length) + rest.length);
    }

    private static String json(TimingsJson timings) {
        try {
            return JSON.writeValueAsString(timings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can be written", e);
        }
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream joined(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }
}
