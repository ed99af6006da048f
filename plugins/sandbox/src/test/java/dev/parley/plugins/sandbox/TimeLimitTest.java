package dev.parley.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.plugins.testkit.TestConfig;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A deadline counts in the middle, too. */
class TimeLimitTest {

    @Test
    void streamEndsWhenItsTimeIsOver() throws ProviderException {
        var now = new AtomicReference<>(Instant.EPOCH);
        var voice = new BuiltInVoice(TestConfig.of(Map.of()).resampler());
        try (var sandbox = new SandboxProvider(voice, now::get);
                var stream = sandbox.render(
                        Asked.music("A march", null), new Attempt("a test", Instant.EPOCH.plusSeconds(9)))) {
            assertThat(stream.next()).isNotNull();
            now.set(Instant.EPOCH.plusSeconds(9));
            assertThat(catchThrowableOfType(ProviderException.class, stream::next)
                            .failure()
                            .mayHaveRendered())
                    .isFalse();
        }
    }
}
