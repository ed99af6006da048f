package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Delivery;
import dev.parley.ports.provider.AudioStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has enough is heard of at the upstream within a second; who does not read holds it up. */
class CancelTest {

    private static final String TEXT = "Did you finish the report that I asked you for?";

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void closingEndsTheUpstreamsConnection() throws Exception {
        studio.upstream.spoilNext(new Fault.StallHalfway());
        studio.begin(Studio.dialogue(Studio.LIVE, TEXT, TEXT)).close();
        hangsUp();
    }

    @Test
    void closingEndsAStreamThatIsBeingSent() throws Exception {
        studio.upstream.spoilNext(new Fault.SlowDrip(200, Duration.ofMillis(20)));
        studio.begin(Studio.speech("eleven_v3", Delivery.WHOLE, Studio.words(3000)))
                .close();
        hangsUp();
    }

    @Test
    void interruptingWhoWaitsForTheHeadEndsTheConnection() throws Exception {
        studio.upstream.spoilNext(new Fault.StallBeforeHead());
        Thread caller = Thread.startVirtualThread(() -> studio.hear(Studio.dialogue(Studio.LIVE, TEXT)));
        interruptOnceAsked(caller);
        hangsUp();
    }

    @Test
    void interruptingWhoWaitsForAudioEndsTheConnection() throws Exception {
        studio.upstream.spoilNext(new Fault.SlowDrip(1, Duration.ofSeconds(20)));
        Thread caller = Thread.startVirtualThread(() -> studio.hear(Studio.dialogue(Studio.LIVE, TEXT)));
        interruptOnceAsked(caller);
        hangsUp();
    }

    @Test
    void closingTheProviderEndsWhatIsUnderWay() throws Exception {
        studio.upstream.spoilNext(new Fault.StallHalfway());
        try (var _ = studio.begin(Studio.dialogue(Studio.LIVE, TEXT, TEXT))) {
            studio.provider.close();
            hangsUp();
        }
    }

    @Test
    void whoDoesNotReadHoldsTheUpstreamUp() throws Exception {
        studio.upstream.spoilNext(new Fault.Flood(64L * 1024 * 1024));
        var request = Studio.speech("eleven_v3", Delivery.WHOLE, AudioFormat.PCM_48000, Studio.words(400));
        try (var _ = studio.begin(request)) {
            assertThat(asked().awaitEnd(700))
                    .as("all of 64 MiB was sent to nobody")
                    .isFalse();
        }
        hangsUp();
    }

    @Test
    void aLongStreamIsReadInBoundedMemory() throws Exception {
        long bytes = 100L * 1024 * 1024;
        studio.upstream.spoilNext(new Fault.Flood(bytes));
        var request = Studio.speech("eleven_v3", Delivery.WHOLE, AudioFormat.PCM_48000, Studio.words(400));
        long read = 0;
        long most = 0;
        long before = used();
        try (AudioStream stream = studio.begin(request)) {
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                if (read / (20 << 20) != (read + chunk.bytes().length) / (20 << 20)) {
                    most = Math.max(most, used() - before);
                }
                read += chunk.bytes().length;
            }
        }
        assertThat(read).isGreaterThan(bytes / 4 * 3);
        assertThat(most).as("bytes of heap that were kept").isLessThan(16 << 20);
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void interruptOnceAsked(Thread caller) throws InterruptedException {
        asked();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
    }

    private SeenRequest asked() throws InterruptedException {
        var pause = new CountDownLatch(1);
        while (studio.upstream.renderings().isEmpty()) {
            assertThat(pause.await(5, TimeUnit.MILLISECONDS)).isFalse();
        }
        return studio.upstream.renderings().getFirst();
    }

    private void hangsUp() throws InterruptedException {
        SeenRequest request = asked();
        assertThat(request.awaitEnd(1000))
                .as("the upstream's connection ends within a second")
                .isTrue();
        assertThat(request.hungUpAt()).isNotNull();
    }
}
