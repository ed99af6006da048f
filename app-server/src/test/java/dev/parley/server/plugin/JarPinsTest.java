package dev.parley.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarPinsTest {

    /** SHA-256 of the three bytes "abc": FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    private Path pinned = Path.of("");

    @BeforeEach
    void write() throws IOException {
        pinned = Files.writeString(directory.resolve("pinned.jar"), "abc");
    }

    @Test
    void aPinnedJarPasses() {
        assertThatCode(() -> new JarPins(Set.of(ABC)).check(List.of(pinned))).doesNotThrowAnyException();
    }

    @Test
    void withoutPinsEveryJarPasses() {
        assertThatCode(() -> new JarPins(Set.of()).check(List.of(pinned))).doesNotThrowAnyException();
    }

    @Test
    void anAlteredJarIsRefusedWithItsHash() throws IOException {
        Files.writeString(pinned, "d", StandardOpenOption.APPEND);
        refused(() -> new JarPins(Set.of(ABC)).check(List.of(pinned)))
                .contains("pinned.jar", "88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589");
    }

    @Test
    void aJarBesideAPinnedOneIsRefused() throws IOException {
        var slipped = Files.writeString(directory.resolve("slipped.jar"), "another");
        refused(() -> new JarPins(Set.of(ABC)).check(List.of(pinned, slipped)))
                .contains("slipped.jar", "'plugins.sha256'")
                .doesNotContain("pinned.jar");
    }

    /** Loaded, it would have been complained about: it holds no provider. */
    @Test
    void anUnpinnedJarIsNotOpened() throws IOException {
        var plugins = directory.resolve("plugins");
        Files.createDirectories(plugins.resolve("acme"));
        Files.writeString(plugins.resolve("acme/acme.jar"), "no jar at all");
        refused(() -> PluginLoader.load(JarPinsTest.class.getClassLoader(), plugins, new JarPins(Set.of(ABC))))
                .contains("acme.jar", "is not one of the jars pinned");
    }

    private static AbstractStringAssert<?> refused(ThrowingCallable load) {
        return assertThat(catchThrowableOfType(PluginException.class, load).getMessage());
    }
}
