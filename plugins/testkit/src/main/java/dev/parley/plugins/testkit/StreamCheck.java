package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What P9 to P12 ask of a stream that ends early. */
final class StreamCheck {

    /** A closed stream ends at once; this much is for a busy machine. */
    static final Duration SOON = Duration.ofSeconds(2);

    private StreamCheck() {}

    /** A reader on its own thread: it reads to the end, whichever end that is. */
    static FutureTask<@Nullable ProviderException> reader(AudioStream stream) {
        return new FutureTask<>(() -> readToAnyEnd(stream));
    }

    /** Null for a quiet end. */
    static @Nullable ProviderException readToAnyEnd(AudioStream stream) {
        try {
            Rendering.read(stream);
            return null;
        } catch (ProviderException e) {
            return e;
        }
    }

    /** Passes whether the reader ended quietly or by a {@link ProviderException}. */
    static void endsSoon(FutureTask<?> reader) throws InterruptedException {
        try {
            reader.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reader.cancel(true);
            fail("next() still blocks " + SOON.toSeconds() + " s after close()", e);
        } catch (ExecutionException e) {
            fail("next() may end or throw ProviderException after close(), nothing else", e.getCause());
        }
    }

    static void givesNoMoreAudio(AudioStream stream) {
        soon(() -> {
            try {
                assertThat(stream.next()).as("next() after close()").isNull();
            } catch (ProviderException e) {
                assertThat(e.failure()).isNotNull();
            }
        });
    }

    /** @param mayHaveRendered what the provider must say of the upstream's work */
    static void isUnavailable(Failure failure, boolean mayHaveRendered) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        unavailable -> assertThat(unavailable.mayHaveRendered())
                                .as("whether the upstream may have rendered: %s", unavailable)
                                .isEqualTo(mayHaveRendered));
    }

    static void soon(Executable step) {
        assertTimeoutPreemptively(SOON, step);
    }

    /** The failure with which rendering ends, at its begin or later. */
    static Failure failure(Duration most, ThrowingSupplier<AudioStream> begin) {
        return assertTimeoutPreemptively(most, () -> {
            try (var stream = begin.get()) {
                Rendering read = Rendering.read(stream);
                return fail("a quiet end after " + read.audio().length + " bytes instead of a ProviderException");
            } catch (ProviderException e) {
                return e.failure();
            }
        });
    }
}
