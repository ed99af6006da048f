package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The plugin takes no liberties with the process that it is loaded into. */
class GoodGuestTest {

    /** Phones that kevin16 cannot join, numbers that do not parse, symbols, other scripts. */
    private static final String AWKWARD =
            "Aww! Boo, hmm, psst. 99999999999/3 ... '' ''' $. 1/2/3 --- x-ray 你好 ahh yow! Huh? [sighs] ((( Nguyen.";

    @Test
    void nothingIsEverPrinted() throws ProviderException {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        try (var trap = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(trap);
            System.setErr(trap);
            Speaking.hear("Josh", AWKWARD);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void everyPairOfPhonesCanBeJoined() throws Exception {
        var engine = Engine.load();
        assertThat(engine.speak(List.of("aww", "yah", "huh", "wry", "ng"), new Manner(100, 10, 1, 1))
                        .heard())
                .hasSize(5);
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(VoiceProviderFactory.class))
                .anySatisfy(factory -> assertThat(factory.name()).isEqualTo("local"));
    }

    @Test
    void itSpeaksFromAClassLoaderOfItsOwn() throws Exception {
        try (var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            var speech = loader.loadClass("com.sun.speech.freetts.Voice");
            assertThat(speech.getClassLoader()).isSameAs(loader);
            var engine = loader.loadClass(Engine.class.getName()).getDeclaredMethod("load");
            engine.setAccessible(true);
            assertThat(engine.invoke(null)).isNotNull();
        }
    }

    @Test
    void itStandsForDialogueV3AndForModelsOfLongSpeech() {
        var models = Speaking.LOCAL.capabilities().models();
        assertThat(models).allSatisfy(model -> {
            assertThat(model.formats()).containsExactly(AudioFormat.PCM_16000);
            assertThat(model.timings()).isTrue();
        });
        assertThat(models.getFirst().standsFor()).contains("elevenlabs-text-to-dialogue-v3", "eleven_v3");
        assertThat(models.getLast().standsFor()).contains("eleven_multilingual_v2", "tts-1");
        assertThat(((DialogueRules) models.getLast().rules()).charactersMax()).isEqualTo(40_000);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> {
                    try {
                        return new File(path).toURI().toURL();
                    } catch (MalformedURLException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toArray(URL[]::new);
    }
}
