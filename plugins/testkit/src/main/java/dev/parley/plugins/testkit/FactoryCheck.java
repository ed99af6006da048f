package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What P1 to P3 ask of a factory. */
record FactoryCheck(VoiceProviderFactory factory, ProviderConfig config) {

    private static final String KEY = "[a-z][a-z0-9_]*";
    private static final String UNKNOWN_KEY = "no_such_key_anywhere";

    /** Shorter values would be found in innocent text. */
    private static final int TELLING_LENGTH = 6;

    void isFoundByServiceLoader() {
        Class<?> type = factory.getClass();
        assertThat(ServiceLoader.load(VoiceProviderFactory.class, type.getClassLoader()))
                .as("factories found by ServiceLoader; META-INF/services/%s", VoiceProviderFactory.class.getName())
                .hasAtLeastOneElementOfType(type);
    }

    void hasWellFormedKeys() {
        assertThat(factory.requiredKeys()).allSatisfy(key -> assertThat(key).matches(KEY));
        assertThat(factory.secretKeys()).allSatisfy(key -> assertThat(key).matches(KEY));
    }

    void isConfiguredInFull() {
        assertThat(config.values().keySet())
                .as("keys of config()")
                .containsAll(factory.requiredKeys())
                .containsAll(factory.secretKeys());
    }

    void namesEachMissingKey() {
        if (factory.requiredKeys().isEmpty()) {
            assertThatCode(() -> factory.create(TestConfig.of(Map.of())).close())
                    .as("create without any key, where none is required")
                    .doesNotThrowAnyException();
        }
        for (String key : factory.requiredKeys()) {
            assertThatIllegalArgumentException()
                    .as("create without '%s'", key)
                    .isThrownBy(() -> factory.create(TestConfig.without(config, key)))
                    .withMessageContaining(key)
                    .satisfies(e -> tellsNoSecret(e.toString()));
        }
    }

    void namesAnUnknownKey() {
        assertThatIllegalArgumentException()
                .as("create with a key that nobody knows")
                .isThrownBy(() -> factory.create(TestConfig.with(config, UNKNOWN_KEY, "1")))
                .withMessageContaining(UNKNOWN_KEY);
    }

    void ignoresAnUnknownKey() {
        assertThatCode(() -> factory.create(TestConfig.with(config, UNKNOWN_KEY, "1"))
                        .close())
                .as("create with a key that nobody knows")
                .doesNotThrowAnyException();
    }

    void tellsNoSecret(String printed) {
        for (String secret : secrets()) {
            assertThat(printed).as("text that people may read").doesNotContain(secret);
        }
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        for (String key : factory.secretKeys()) {
            config.value(key).filter(value -> value.length() >= TELLING_LENGTH).ifPresent(secrets::add);
        }
        return secrets;
    }
}
