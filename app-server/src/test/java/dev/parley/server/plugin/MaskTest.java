package dev.parley.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskTest {

    private static final String SECRET = "sk-of-the-provider";

    private final Mask mask = new Mask(List.of("sk-of-", SECRET, "a"));

    static Stream<Failure> failures() {
        return Stream.of(
                new Failure.Rejected("no " + SECRET),
                new Failure.Throttled("no " + SECRET, Duration.ofSeconds(3)),
                new Failure.Unavailable("no " + SECRET, false),
                new Failure.Misconfigured("no " + SECRET));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureKeepsAllButTheSecret(Failure failure) {
        var masked = mask.masked(new ProviderException(failure)).failure();

        assertThat(masked).hasSameClassAs(failure);
        assertThat(masked.toString()).isEqualTo(failure.toString().replace(SECRET, "***"));
    }

    @Test
    void causesAndWhatWasSuppressedAreMaskedToo() {
        var thrown = new IllegalStateException("on the surface", new RuntimeException("deep: " + SECRET));
        thrown.addSuppressed(new RuntimeException("aside: " + SECRET));

        var masked = mask.masked(thrown);

        assertThat(trace(masked)).doesNotContain(SECRET).contains("on the surface", "deep: ***");
        assertThat(masked.getStackTrace()).isEqualTo(thrown.getStackTrace());
    }

    @Test
    void anExceptionWithoutASecretStaysItself() {
        var thrown = new ProviderException(new Failure.Rejected("a plain word"));

        assertThat(mask.masked(thrown)).isSameAs(thrown);
    }

    @Test
    void causesWithoutAnEndComeToOne() {
        var first = new RuntimeException(SECRET);
        var second = new RuntimeException("second", first);
        first.initCause(second);

        assertThat(trace(mask.masked(first))).doesNotContain(SECRET);
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
