package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plays an answer as it comes, and ends it at the deadline. */
final class WireStream implements AudioStream {

    private final InputStream body;
    private final WireFlaw flaw;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean late;

    WireStream(InputStream body, Duration left, WireFlaw flaw) {
        this.body = body;
        this.flaw = flaw;
        Thread.ofVirtual().name("wire-deadline").start(() -> endAfter(left));
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (done.getCount() == 0) {
            return null;
        }
        try {
            byte[] piece = new byte[8192];
            int length = body.read(piece);
            if (late) {
                throw new ProviderException(new Failure.Unavailable("late", mayHaveRendered()));
            }
            return length < 0 ? null : AudioChunk.of(Arrays.copyOf(piece, length));
        } catch (IOException e) {
            if (flaw == WireFlaw.TAKES_A_BREAK_FOR_THE_END && !late) {
                return null;
            }
            throw new ProviderException(new Failure.Unavailable("broken off", mayHaveRendered()), e);
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (flaw == WireFlaw.LEAVES_THE_UPSTREAM_RUNNING) {
            return;
        }
        closeBody();
    }

    private boolean mayHaveRendered() {
        return flaw != (late ? WireFlaw.TAKES_LATENESS_FOR_NOTHING_DONE : WireFlaw.TAKES_A_BREAK_FOR_NOTHING_DONE);
    }

    private void endAfter(Duration left) {
        try {
            if (!done.await(left.toMillis(), TimeUnit.MILLISECONDS)) {
                late = true;
                closeBody();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeBody() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
