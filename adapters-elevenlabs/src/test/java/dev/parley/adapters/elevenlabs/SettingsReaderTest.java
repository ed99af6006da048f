package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.adapters.elevenlabs.Settings.Proof;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every setting, what it is without being set, and what is said of a bad one. */
class SettingsReaderTest {

    private static final String KEY = "sk_0123456789";

    @Test
    void aKeyIsEnough() {
        Settings settings = read(Map.of());
        assertThat(settings.baseUrl()).hasToString("https://api.elevenlabs.io");
        assertThat(settings.keys()).singleElement().satisfies(key -> {
            assertThat(key.secret()).isEqualTo(KEY);
            assertThat(key.name()).isEqualTo("key1");
            assertThat(key.places()).isEqualTo(4);
        });
        assertThat(settings.timeouts())
                .isEqualTo(new Settings.Timeouts(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60)));
        assertThat(settings.cacheTime()).hasMinutes(10);
        assertThat(settings.proof()).isEqualTo(Proof.TIMINGS);
        assertThat(settings.formats()).containsExactly(AudioFormat.values());
    }

    @Test
    void everythingCanBeSet() {
        Settings settings = read(Map.of(
                "base_url", "http://127.0.0.1:1234/gw/",
                "connect_timeout", "500ms",
                "first_byte_timeout", "2m",
                "whole_timeout", "3m",
                "idle_timeout", "5s",
                "queue_timeout", "1h",
                "voice_aliases", "Rachel=EXAVITQu4vr4xnSDxMaL, Old Man = Some Name",
                "work_timeout", "4m",
                "proof", "duration",
                "formats", "mp3_44100_128,pcm_24000"));
        assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:1234/gw");
        assertThat(settings.timeouts())
                .isEqualTo(new Settings.Timeouts(
                        Duration.ofMillis(500),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(4),
                        Duration.ofSeconds(5),
                        Duration.ofHours(1)));
        assertThat(settings.aliases()).isEqualTo(Map.of("rachel", "EXAVITQu4vr4xnSDxMaL", "old man", "Some Name"));
        assertThat(settings.proof()).isEqualTo(Proof.DURATION);
        assertThat(settings.formats()).containsExactly(AudioFormat.MP3_44100_128, AudioFormat.PCM_24000);
    }

    @Test
    void severalKeysHaveNamesWeightsAndPlaces() {
        List<UpstreamKey> keys = read(Map.of("api_key", "main=sk_a*3, sk_b ,third=sk_c", "concurrency", "5,third=15"))
                .keys();
        assertThat(keys).extracting(UpstreamKey::name).containsExactly("main", "key2", "third");
        assertThat(keys).extracting(UpstreamKey::secret).containsExactly("sk_a", "sk_b", "sk_c");
        assertThat(keys).extracting(UpstreamKey::weight).containsExactly(3, 1, 1);
        assertThat(keys).extracting(UpstreamKey::places).containsExactly(5, 5, 15);
    }

    @ParameterizedTest
    @CsvSource({
        "base_url, api.elevenlabs.io",
        "base_url, ftp://x",
        "base_url, https://user:pass@x.example",
        "base_url, 'http://a b'",
        "concurrency, 0",
        "concurrency, many",
        "concurrency, nobody=3",
        "connect_timeout, 5",
        "first_byte_timeout, -1s",
        "whole_timeout, 5",
        "idle_timeout, 0s",
        "queue_timeout, ''",
        "voice_aliases, Rachel",
        "voice_aliases, 'a=b,A=c'",
        "cache_time, soon",
        "proof, trust",
        "formats, mp3",
        "formats, mp3_48000_192",
        "work_timeout, 5",
        "base_ulr, https://x"
    })
    void aBadValueIsNamedWithItsRemedy(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(key, value)))
                .withMessageContaining("'" + key + "'")
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").hasSizeGreaterThan(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET bad",
                "SECRET,SECRET",
                "a=SECRET,a=SECRET2",
                "SECRET*0",
                "SECRET*x",
                "9=SECRET",
                ",",
                "SECRÉT"
            })
    void aBadKeyIsNeverQuoted(String keys) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("api_key", keys)))
                .withMessageStartingWith("'api_key'")
                .withMessageNotContaining("SEC");
    }

    @Test
    void noKeyIsPrinted() {
        assertThat(read(Map.of()).toString()).doesNotContain(KEY);
    }

    private static Settings read(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.putIfAbsent("api_key", KEY);
        return SettingsReader.read(TestConfig.of(all));
    }
}
