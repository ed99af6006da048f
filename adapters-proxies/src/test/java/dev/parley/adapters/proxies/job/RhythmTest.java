package dev.parley.adapters.proxies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.proxies.settings.Settings;
import dev.parley.adapters.proxies.settings.SettingsReader;
import dev.parley.adapters.proxies.settings.SettingsReader.Usual;
import dev.parley.plugins.testkit.TestConfig;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RhythmTest {

    private static final Settings FIVE_SECONDS = settings("5s");

    @Property
    void usualPauseIsTheDocumentedFiveToTenSeconds(@ForAll @DoubleRange(max = 0.99) double drawn) {
        assertThat(new Rhythm(FIVE_SECONDS, () -> drawn).pause())
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 10", "2, 20", "3, 40", "4, 60", "5, 60", "100, 60"})
    void troubleDoublesThePauseUpToAMinute(int troubles, int seconds) {
        var rhythm = new Rhythm(FIVE_SECONDS, () -> 0);
        for (int i = 0; i < troubles; i++) {
            rhythm.trouble(null);
        }
        assertThat(rhythm.pause()).hasSeconds(seconds);
    }

    @Test
    void whatWentWellEndsTheTrouble() {
        var rhythm = new Rhythm(FIVE_SECONDS, () -> 0);
        rhythm.trouble(Duration.ofSeconds(50));
        rhythm.wentWell();
        assertThat(rhythm.pause()).hasSeconds(5);
    }

    @Test
    void upstreamsOwnWaitIsKeptWhateverRings() {
        var rhythm = new Rhythm(FIVE_SECONDS, () -> 0);
        rhythm.trouble(Duration.ofSeconds(90));
        assertThat(rhythm.least()).hasSeconds(90);
        assertThat(rhythm.pause()).hasSeconds(90);
    }

    @ParameterizedTest
    @CsvSource({"5s, 1000", "1s, 1000", "20ms, 20"})
    void nobodyMakesUsAskMoreOftenThanOnceASecond(String pace, long millis) {
        assertThat(new Rhythm(settings(pace), () -> 0).least()).hasMillis(millis);
    }

    private static Settings settings(String pace) {
        return SettingsReader.read(
                TestConfig.of(Map.of("api_key", "k", "poll_pace", pace)), new Usual("https://a.example", "1s", null));
    }
}
