package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The recording that the contract brings: a tone of two seconds, as WAV. It counts who opens it, and who closes it. */
final class TestUploads implements Uploads {

    static final Duration LENGTH = Duration.ofSeconds(2);

    private static final AudioFormat FORMAT = AudioFormat.PCM_16000;
    private static final byte[] WAVE = wave();

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    static Upload upload() {
        return new Upload(new UUID(1, 1), 0, "audio/wav", WAVE.length, LENGTH, sha256());
    }

    @Override
    public InputStream open(Upload upload) throws IOException {
        if (!upload.equals(upload())) {
            throw new IOException("nobody has brought " + upload);
        }
        opened.incrementAndGet();
        return new ByteArrayInputStream(WAVE) {
            @Override
            public void close() throws IOException {
                super.close();
                closed.incrementAndGet();
            }
        };
    }

    /** For a request that is done: somebody read what it brought, and left nothing open. */
    void wereRead(RenderRequest request) {
        assertThat(opened.get() > 0)
                .as("whether uploads were opened for %s", request)
                .isEqualTo(!request.uploads().isEmpty());
        assertThat(closed.get()).as("uploads closed, of %s", opened).isGreaterThanOrEqualTo(opened.get());
    }

    private static byte[] wave() {
        byte[] tone = TestAudio.tone(FORMAT, LENGTH);
        var wave = ByteBuffer.allocate(44 + tone.length).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + tone.length);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wave.putShort((short) 1).putShort((short) 1);
        wave.putInt(FORMAT.sampleRateHz()).putInt(2 * FORMAT.sampleRateHz());
        wave.putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(tone.length).put(tone);
        return wave.array();
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WAVE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
