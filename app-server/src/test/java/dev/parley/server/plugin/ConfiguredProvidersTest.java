package dev.parley.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ConfiguredProvidersTest {

    private final List<String> closed = new ArrayList<>();
    private final InstalledFactory local = installed("local", Set.of(), _ -> provider("local"));
    private final InstalledFactory acme = installed("acme", Set.of("api_key", "region"), _ -> provider("acme"));

    @Test
    void providerWithoutRequiredKeysIsOn() {
        assertThat(create(Map.of(), local).on())
                .extracting(LoadedProvider::name)
                .containsExactly("local");
    }

    @Test
    void providerIsOffWhileNoneOfItsRequiredKeysIsSet() {
        var providers = create(Map.of("acme", Map.of("base_url", "http://127.0.0.1")), local, acme);
        assertThat(providers.on()).extracting(LoadedProvider::name).containsExactly("local");
        assertThat(providers.off()).containsExactly("acme");
    }

    @Test
    void blankValueIsNotSet() {
        assertThat(create(Map.of("acme", Map.of("api_key", " ", "region", "")), acme)
                        .off())
                .containsExactly("acme");
    }

    @Test
    void providerIsOnWhenAllOfItsRequiredKeysAreSet() {
        var settings = Map.of("acme", Map.of("api_key", "k", "region", "eu"));
        assertThat(create(settings, local, acme).on())
                .extracting(LoadedProvider::name)
                .containsExactly("local", "acme");
    }

    @Test
    void factoryGetsItsOwnSettingsAndTheResampler() {
        List<ProviderConfig> seen = new ArrayList<>();
        var curious = installed("curious", Set.of(), config -> {
            seen.add(config);
            return provider("curious");
        });
        create(Map.of("curious", Map.of("speed", "2"), "acme", Map.of("other", "1")), curious, acme);
        assertThat(seen).singleElement().satisfies(config -> {
            assertThat(config.values()).isEqualTo(Map.of("speed", "2"));
            assertThat(config.resampler().resample(new short[3], 1, 1)).hasSize(3);
        });
    }

    @Test
    void keysThatAreMissingAreListed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("acme", Map.of("api_key", "k")), acme))
                .withMessageContainingAll("\"acme\"", "Not set: providers.acme.region (PARLEY_PROVIDERS_ACME_REGION).");
    }

    @Test
    void settingsOfAProviderThatIsNotInstalledStopTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("acme", Map.of("api_key", "k")), local))
                .withMessage("No provider \"acme\". Installed: local. Put its jars in plugins/acme/.");
    }

    @Test
    void badSettingIsToldWithTheProvidersName() {
        var picky = installed("picky", Set.of(), _ -> {
            throw new IllegalArgumentException("'speed' is not a number");
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of(), picky))
                .withMessage("Provider \"picky\": 'speed' is not a number");
    }

    @Test
    void faultOfAPluginIsToldWithItsOrigin() {
        var broken = installed("broken", Set.of(), _ -> {
            throw new NoClassDefFoundError("org/lib/Lib");
        });
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> create(Map.of(), broken))
                .withMessageContainingAll("\"broken\"", "broken.jar", "org/lib/Lib");
    }

    @Test
    void providersMadeBeforeAFailureAreClosed() {
        var picky = installed("picky", Set.of(), _ -> {
            throw new IllegalArgumentException("no");
        });
        assertThatIllegalArgumentException().isThrownBy(() -> create(Map.of(), local, picky));
        assertThat(closed).containsExactly("local");
    }

    private static ConfiguredProviders create(
            Map<String, Map<String, String>> settings, InstalledFactory... installed) {
        return ConfiguredProviders.create(List.of(installed), settings, (samples, _, _) -> samples);
    }

    private static InstalledFactory installed(
            String name, Set<String> required, Function<ProviderConfig, VoiceProvider> create) {
        return new InstalledFactory(name, new ScriptedFactory(name, required, create), name + ".jar");
    }

    private record ScriptedFactory(
            String name, Set<String> requiredKeys, Function<ProviderConfig, VoiceProvider> create)
            implements VoiceProviderFactory {
        @Override
        public Set<String> secretKeys() {
            return Set.of();
        }

        @Override
        public VoiceProvider create(ProviderConfig config) {
            return create.apply(config);
        }
    }

    private VoiceProvider provider(String name) {
        return new VoiceProvider() {
            @Override
            public Capabilities capabilities() {
                return new Capabilities(List.of());
            }

            @Override
            public List<Voice> voices() {
                return List.of();
            }

            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) {
                throw new AssertionError("nothing is rendered here");
            }

            @Override
            public void close() {
                closed.add(name);
            }
        };
    }
}
