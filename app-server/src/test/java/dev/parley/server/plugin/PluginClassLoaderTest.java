package dev.parley.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.VoiceProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PluginClassLoaderTest {

    private final ClassLoader host = PluginClassLoaderTest.class.getClassLoader();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            classes = {VoiceProvider.class, AudioFormat.class, Failure.Unavailable.class, Nullable.class, String.class})
    void sharedClassesAreTheHosts(Class<?> shared) throws Exception {
        try (var plugin = plugin("empty.jar")) {
            assertThat(plugin.loadClass(shared.getName())).isSameAs(shared);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.micronaut.context.ApplicationContext",
                "org.slf4j.Logger",
                "dev.parley.domain.ledger.Credits",
                "dev.parley.domain.refusal.Refused",
                "dev.parley.ports.store.Ledger",
                "dev.parley.ports.audio.AudioCodecs",
                "dev.parley.server.plugin.PluginLoader"
            })
    void restOfTheGatewayIsHidden(String hidden) throws Exception {
        assertThat(host.loadClass(hidden)).as("what the host sees").isNotNull();
        try (var plugin = plugin("empty.jar")) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> plugin.loadClass(hidden));
        }
    }

    @Test
    void resourcesOfTheHostAreHidden() throws IOException {
        String resource = AudioFormat.class.getName().replace('.', '/') + ".class";
        assertThat(host.getResource(resource)).isNotNull();
        try (var plugin = plugin("empty.jar")) {
            assertThat(plugin.getResource(resource)).isNull();
        }
    }

    @Test
    void pluginsOwnCopyOfASharedClassIsNotUsed() throws Exception {
        write(
                "shadow.jar",
                "dev/parley/domain/audio/AudioRef.java",
                "package dev.parley.domain.audio; class AudioRef {}");
        try (var plugin = plugin("shadow.jar")) {
            Class<?> loaded = plugin.loadClass("dev.parley.domain.audio.AudioRef");
            assertThat(loaded.getClassLoader()).isNotSameAs(plugin);
            assertThat(loaded.isRecord()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.parley.domain.audio.Added", "dev.parley.domain.ledger.Credits", "dev.parley.Mine"})
    void pluginCannotAddToOurPackages(String name) throws Exception {
        int dot = name.lastIndexOf('.');
        String source = "package %s; class %s {}".formatted(name.substring(0, dot), name.substring(dot + 1));
        write("adds.jar", name.replace('.', '/') + ".java", source);
        try (var plugin = plugin("adds.jar")) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> plugin.loadClass(name))
                    .withMessageContaining("gateway's own");
        }
    }

    @Test
    void pluginsDoNotSeeEachOther() throws Exception {
        write("lib.jar", "org/lib/Lib.java", "package org.lib; public class Lib {}");
        try (var one = plugin("lib.jar");
                var other = plugin("empty.jar")) {
            assertThat(one.loadClass("org.lib.Lib").getClassLoader()).isSameAs(one);
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> other.loadClass("org.lib.Lib"));
        }
    }

    @Test
    void readmeListsTheSharedPackages() throws IOException {
        List<String> listed = Readme.read()
                .lines()
                .filter(line -> line.startsWith("- `"))
                .map(line -> line.split("`", -1)[1])
                .toList();
        assertThat(listed).isEqualTo(SharedPackages.ALL);
    }

    private PluginClassLoader plugin(String jar) throws IOException {
        return new PluginClassLoader(
                "test",
                new URL[] {directory.resolve("jars").resolve(jar).toUri().toURL()},
                host);
    }

    private void write(String jar, String path, String source) throws IOException {
        Files.createDirectories(directory.resolve("jars"));
        PluginJar.write(directory.resolve("jars").resolve(jar), Map.of(path, source), Map.of());
    }
}
