package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The codec libraries hold static tables: streams side by side must not disturb one another. */
final class ConcurrencyTest {

    @Test
    void manyStreamsAtOnceGiveWhatOneGives() throws Exception {
        List<Callable<short[]>> work = new ArrayList<>();
        for (var format : AudioFormat.values()) {
            work.add(() -> roundTrip(format));
        }
        List<short[]> alone = new ArrayList<>();
        for (var task : work) {
            alone.add(task.call());
        }
        List<Callable<short[]>> crowd = new ArrayList<>(work);
        crowd.addAll(work);
        crowd.addAll(work);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<short[]>> results = threads.invokeAll(crowd);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        }
    }

    private static short[] roundTrip(AudioFormat format) throws Exception {
        short[] in = Signals.noise(format.sampleRateHz(), format.sampleRateHz() / 3, format.bitrateKbps());
        return Coded.decode(Coded.encode(in, format, 999), format, 333);
    }
}
