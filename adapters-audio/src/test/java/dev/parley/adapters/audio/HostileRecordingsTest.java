package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.parley.ports.audio.Recordings.Recording;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come: a length or none, soon, and no exception. */
final class HostileRecordingsTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final List<byte[]> GOOD = MadeFiles.all();

    @Property(tries = 500)
    void anyBytesAreMeasuredOrNot(@ForAll @Size(max = 3000) byte[] bytes) {
        measure(bytes);
    }

    @Property(tries = 500)
    void anyBytesAfterAGoodBeginningAreMeasuredOrNot(
            @ForAll @IntRange(max = 7) int file, @ForAll @IntRange(max = 100) int kept, @ForAll long seed) {
        byte[] tail = new byte[5000];
        new Random(seed).nextBytes(tail);
        measure(Coded.join(Arrays.copyOf(GOOD.get(file), Math.min(kept, GOOD.get(file).length)), tail));
    }

    @Property(tries = 500)
    void anyTruncationIsMeasuredOrNot(@ForAll @IntRange(max = 7) int file, @ForAll @IntRange(max = 1000) int permille) {
        byte[] good = GOOD.get(file);
        measure(Arrays.copyOf(good, (int) (good.length * (long) permille / 1000)));
    }

    @Property(tries = 20_000)
    void damageIsMeasuredOrNot(
            @ForAll @IntRange(max = 7) int file, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int flips) {
        byte[] damaged = GOOD.get(file).clone();
        var random = new Random(seed);
        for (int i = 0; i < flips; i++) {
            damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt();
        }
        measure(damaged);
    }

    private static void measure(byte[] file) {
        Optional<Recording> found = assertTimeout(SOON, () -> new StandardRecordings().measure(new BytesChannel(file)));
        found.ifPresent(recording -> assertThat(recording.length()).isPositive());
    }
}
