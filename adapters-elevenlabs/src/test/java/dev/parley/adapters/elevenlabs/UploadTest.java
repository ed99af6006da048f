package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.adapters.elevenlabs.upstream.FormPart;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recordings flow from their store to the upstream, and nobody keeps them. */
class UploadTest {

    private static final int LARGE = 20 << 20;

    private final Studio studio = new Studio();
    private final Works.Made uploads = new Works.Made();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theUpstreamGetsEveryByte() throws Exception {
        assertThat(studio.hear(transcription(300_000), Works.attempt(uploads)).failure())
                .isNull();
        byte[] sent = Works.Made.first(300_000);
        var digest = MessageDigest.getInstance("SHA-256").digest(sent);
        assertThat(studio.upstream.renderings().getFirst().form().getLast())
                .extracting(FormPart::bytes, FormPart::sha256)
                .containsExactly(300_000L, HexFormat.of().formatHex(digest));
    }

    @Test
    void theLengthIsToldBeforehand() {
        studio.hear(transcription(5000), Works.attempt(uploads));
        var headers = studio.upstream.renderings().getFirst().headers();
        assertThat(headers).containsKey("content-length").doesNotContainKey("transfer-encoding");
    }

    @Test
    void theFileIsClosedWhenItIsSent() {
        studio.hear(transcription(5000), Works.attempt(uploads));
        assertThat(uploads.open).hasValue(0);
    }

    @Test
    void aSlowUpstreamHoldsTheFileUp() throws Exception {
        studio.upstream.holdUploads();
        long before = used();
        Thread caller = begin();
        await(() -> uploads.read.get() > 0 && isStill());
        assertThat(uploads.read.get()).as("bytes on their way of 20 MiB").isLessThan(LARGE / 2);
        assertThat(used() - before).as("bytes of heap that are kept").isLessThan(4 << 20);
        studio.upstream.goOn();
        assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        assertThat(studio.upstream.renderings().getFirst().form().getLast().bytes())
                .isEqualTo(LARGE);
        assertThat(used() - before).as("bytes of heap that are kept").isLessThan(4 << 20);
    }

    @Test
    void interruptingAnUploadEndsIt() throws Exception {
        studio.upstream.holdUploads();
        Thread caller = begin();
        await(() -> uploads.read.get() > 0);
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(1))).isTrue();
        studio.upstream.goOn();
        await(() -> studio.upstream.cutUploads() == 1);
        assertThat(uploads.open).hasValue(0);
    }

    @Test
    void closingTheStreamEndsTheUpstreamsConnection() throws Exception {
        studio.upstream.spoilNext(new Fault.StallHalfway());
        var request = Works.stems(Works.upload("audio/mpeg", 5000));
        studio.provider.render(request, Works.attempt(uploads)).close();
        var seen = studio.upstream.renderings().getFirst();
        assertThat(seen.awaitEnd(1000)).isTrue();
        assertThat(seen.hungUpAt()).isNotNull();
        assertThat(uploads.open).hasValue(0);
    }

    @Test
    void aFileThatIsGoneIsNoRendering() {
        var heard = studio.hear(transcription(5000), Works.attempt(_ -> {
            throw new IOException("gone");
        }));
        assertThat(heard.failed())
                .isInstanceOf(Failure.Unavailable.class)
                .matches(failure -> !failure.mayHaveRendered());
    }

    @Test
    void aFileThatIsTooShortIsNoRendering() {
        var heard = studio.hear(transcription(50_000), Works.attempt(new Works.Made(1)));
        assertThat(heard.failed())
                .isInstanceOf(Failure.Unavailable.class)
                .matches(failure -> !failure.mayHaveRendered());
    }

    private Thread begin() {
        return Thread.startVirtualThread(() -> studio.hear(transcription(LARGE), Works.attempt(uploads)));
    }

    private static RenderRequest transcription(long bytes) {
        return Works.transcription(Works.upload("audio/mpeg", bytes), TranscriptionSettings.DEFAULT);
    }

    /** Nothing more is read for a while. */
    private boolean isStill() {
        long now = uploads.read.get();
        return !await(() -> uploads.read.get() != now, Duration.ofMillis(200));
    }

    private static void await(BooleanSupplier what) {
        assertThat(await(what, Duration.ofSeconds(5))).isTrue();
    }

    private static boolean await(BooleanSupplier what, Duration most) {
        var pause = new CountDownLatch(1);
        try {
            for (long left = most.toMillis(); left > 0; left -= 5) {
                if (what.getAsBoolean()) {
                    return true;
                }
                assertThat(pause.await(5, TimeUnit.MILLISECONDS)).isFalse();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return what.getAsBoolean();
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
