package dev.parley.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.VoiceProviderContract;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's provider, compiled, packaged, installed, and held to the whole contract. */
final class ReadmeExampleTest extends VoiceProviderContract {

    private static final Map<String, String> SETTINGS = Map.of("api_key", "sk-acme-0123456789");

    @TempDir
    private static Path data;

    private static InstalledFactory installed;

    @BeforeAll
    static void install() throws IOException {
        PluginJar.write(data.resolve("plugins/acme/acme.jar"), "AcmeFactory", Readme.example());
        installed =
                PluginLoader.load(
                                ReadmeExampleTest.class.getClassLoader(),
                                data.resolve("plugins"),
                                new JarPins(Set.of()))
                        .stream()
                        .filter(found -> found.name().equals("acme"))
                        .findFirst()
                        .orElseThrow();
    }

    /** Without the decorator: the contract looks for the plugin's own class. */
    @Override
    protected VoiceProviderFactory factory() {
        return ((ClassLoaderSafeFactory) installed.factory()).factory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(SETTINGS);
    }

    @Test
    void rendersOnceConfigured() throws Exception {
        var providers = ConfiguredProviders.create(List.of(installed), Map.of("acme", SETTINGS), config().resampler());
        VoiceProvider acme = providers.on().getFirst().provider();
        var request = new SpeechRequest(
                "acme-beep",
                new Turn("Hello", new VoiceRef("acme", "beep-1")),
                SpeechSettings.DEFAULT,
                AudioFormat.PCM_16000);
        try (var audio = acme.render(request, new Attempt("attempt-1", Instant.MAX))) {
            int bytes = 0;
            for (var chunk = audio.next(); chunk != null; chunk = audio.next()) {
                bytes += chunk.bytes().length;
            }
            assertThat(bytes)
                    .as("0.1 s for each character, at 16,000 samples of two bytes")
                    .isEqualTo(5 * 3200);
        }
    }
}
