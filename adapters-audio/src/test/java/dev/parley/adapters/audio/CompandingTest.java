package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CompandingTest {

    /** Corners of the tables in ITU-T G.711, at 16 bits. */
    @ParameterizedTest
    @CsvSource({
        "ULAW, 255, 0", "ULAW, 128, 32124", "ULAW, 0, -32124", "ULAW, 254, 8", "ULAW, 126, -8", "ULAW, 240, 120",
        "ALAW, 213, 8", "ALAW, 85, -8", "ALAW, 170, 32256", "ALAW, 42, -32256", "ALAW, 212, 24", "ALAW, 197, 264"
    })
    void codeStandsForTheSampleOfTheStandard(Companding law, int code, short sample) {
        assertThat(law.expand((byte) code)).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource
    void codeSurvivesBothWays(Companding law) {
        for (int code = 0; code < 256; code++) {
            short sample = law.expand((byte) code);
            assertThat(law.expand(law.compress(sample))).isEqualTo(sample);
        }
    }

    /** A step is a sixteenth of the power of two below the sample; 16 where it is quiet. */
    @Property
    void sampleIsOffByHalfAStepAtMost(@ForAll Companding law, @ForAll short sample) {
        int error = Math.abs(law.expand(law.compress(sample)) - sample);
        assertThat(error).isLessThanOrEqualTo(Math.max(8, (Math.abs(sample) + 132) / 32));
    }
}
