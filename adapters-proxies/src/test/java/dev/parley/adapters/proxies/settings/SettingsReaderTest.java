package dev.parley.adapters.proxies.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.adapters.proxies.settings.SettingsReader.Usual;
import dev.parley.plugins.testkit.TestConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {

    private static final String KEY = "sk-secret-0123456789";
    private static final Usual USUAL = new Usual("https://api.example", "2s", "28");

    @Test
    void aKeyIsEnough() {
        var settings = read();
        assertThat(settings.baseUrl()).hasToString("https://api.example");
        assertThat(settings.pollPace()).hasSeconds(2);
        assertThat(settings.files().bytesMax()).isEqualTo(209_715_200);
        assertThat(settings.files().hosts()).isEmpty();
        assertThat(settings.voices()).isEmpty();
        assertThat(settings.pricePer1000()).isEqualTo(new BigDecimal("28"));
        assertThat(settings.timeouts())
                .isEqualTo(new Settings.Timeouts(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(5)));
    }

    @Test
    void everythingCanBeSet() {
        var settings = read(
                "base_url", "http://127.0.0.1:9000/proxy/",
                "poll_pace", "500ms",
                "file_bytes", "1000",
                "file_hosts", "R2.dev, files.example",
                "voices", "Hero=Adam, Mimi",
                "price_per_1000", "0.12");
        assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:9000/proxy");
        assertThat(settings.pollFloor()).hasMillis(500);
        assertThat(settings.files()).isEqualTo(new Settings.FileLimits(1000, List.of("r2.dev", "files.example")));
        assertThat(settings.voices()).containsOnly(Map.entry("Hero", "Adam"), Map.entry("Mimi", "Mimi"));
        assertThat(settings.pricePer1000()).isEqualTo(new BigDecimal("0.12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base_url | ftp://api.example",
                "base_url | https://user:pass@api.example",
                "base_url | https://api.example?key=1",
                "base_url | https://api.example#top",
                "base_url | not an address",
                "base_url | https://",
                "poll_pace | 0s",
                "poll_pace | 5",
                "answer_timeout | soon",
                "connect_timeout | -1s",
                "idle_timeout | 1d",
                "file_timeout | 0ms",
                "file_bytes | 0",
                "file_bytes | 200M",
                "file_hosts | https://r2.dev",
                "file_hosts | .dev",
                "voices | =Adam",
                "voices | Hero=",
                "voices | Hero=Adam,hero=Sam",
                "voices | Hero=Adam,Other=Adam",
                "price_per_1000 | free",
                "price_per_1000 | -1",
                "concurrency | 4"
            })
    void whatIsWrongIsNamedAndNotRepeated(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(key, value))
                .withMessageStartingWith("'" + key + "' ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
    }

    @ParameterizedTest
    @CsvSource({"'two words'", "'sk-\u00fcmlaut'", "''"})
    void keyThatIsNoHeaderIsFoundAtTheStart(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsReader.read(TestConfig.of(Map.of("api_key", key)), USUAL))
                .withMessageStartingWith("'api_key' ");
    }

    @Test
    void keyIsNotPrinted() {
        assertThat(read().toString()).doesNotContain(KEY);
    }

    private static Settings read(String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("api_key", KEY));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return SettingsReader.read(TestConfig.of(values), USUAL);
    }
}
