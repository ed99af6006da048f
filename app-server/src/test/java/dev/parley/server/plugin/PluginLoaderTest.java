package dev.parley.server.plugin;

import static dev.parley.server.plugin.PluginJar.factorySource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginLoaderTest {

    private static final String SERVICE = "META-INF/services/dev.parley.ports.provider.VoiceProviderFactory";

    private static final JarPins ANY = new JarPins(Set.of());

    /** A host without built-in providers: the class path of this test may hold some. */
    private final ClassLoader host = new HostWithoutProviders();

    @TempDir
    private Path data;

    @Test
    void findsPluginsInOrderOfTheirDirectories() throws IOException {
        plugin("b/b.jar", "Bell", "bell");
        plugin("a/a.jar", "Acme", "acme");
        assertThat(load()).extracting(InstalledFactory::name).containsExactly("acme", "bell");
    }

    @Test
    void originIsTheJar() throws IOException {
        plugin("acme/acme-1.2.jar", "Acme", "acme");
        assertThat(load())
                .singleElement()
                .satisfies(found -> assertThat(found.origin())
                        .endsWith(Path.of("plugins", "acme", "acme-1.2.jar").toString()));
    }

    @Test
    void noPluginsDirectoryIsNoPlugins() {
        assertThat(load()).isEmpty();
    }

    @Test
    void findsProvidersOfTheClassPath() throws IOException {
        plugin("builtin/builtin.jar", "Bell", "bell");
        var found = PluginLoader.load(hostWith("builtin/builtin.jar"), data.resolve("none"), ANY);
        assertThat(found).extracting(InstalledFactory::name).containsExactly("bell");
    }

    @Test
    void twoPluginsWithOneNameStopTheStartNamingBothJars() throws IOException {
        plugin("a/first.jar", "First", "acme");
        plugin("b/second.jar", "Second", "acme");
        refused().withMessageContainingAll("\"acme\"", "first.jar", "second.jar");
    }

    @Test
    void pluginCannotTakeTheNameOfABuiltInProvider() throws IOException {
        plugin("builtin/builtin.jar", "Bell", "bell");
        Path elsewhere = data.resolve("elsewhere");
        PluginJar.write(elsewhere.resolve("bell/mine.jar"), "Mine", factorySource("Mine", "bell"));
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> PluginLoader.load(hostWith("builtin/builtin.jar"), elsewhere, ANY))
                .withMessageContainingAll("\"bell\"", "builtin.jar", "mine.jar");
    }

    @Test
    void jarWithoutServiceFileIsRefusedWithTheRemedy() throws IOException {
        PluginJar.write(jar("acme/acme.jar"), Map.of("com/acme/Acme.java", factorySource("Acme", "acme")), Map.of());
        refused().withMessageContainingAll(Path.of("plugins", "acme").toString(), "Put " + SERVICE);
    }

    @Test
    void serviceFileThatNamesNothingIsRefused() throws IOException {
        PluginJar.write(
                jar("acme/acme.jar"),
                Map.of("com/acme/Acme.java", factorySource("Acme", "acme")),
                Map.of(SERVICE, "com.acme.Other"));
        refused().withMessageContainingAll(Path.of("plugins", "acme").toString(), "com.acme.Other", SERVICE);
    }

    @Test
    void constructorThatThrowsIsRefused() throws IOException {
        PluginJar.write(
                jar("acme/acme.jar"),
                "Acme",
                factorySource("Acme", "acme", "public Acme() { throw new IllegalStateException(\"broken\"); }"));
        refused().withMessageContainingAll(Path.of("plugins", "acme").toString(), "broken");
    }

    @Test
    void missingLibraryIsRefusedByName() throws IOException {
        PluginJar.write(
                jar("acme/whole.jar"),
                Map.of(
                        "com/acme/Acme.java",
                        factorySource("Acme", "acme", "private final Object lib = new org.lib.Lib();"),
                        "org/lib/Lib.java",
                        "package org.lib; public class Lib {}"),
                Map.of(SERVICE, "com.acme.Acme"));
        withoutEntry(jar("acme/whole.jar"), "/org/lib/Lib.class");
        refused().withMessageContainingAll("org.lib.Lib", "Put every library it needs beside it");
    }

    @Test
    void libraryInAnotherJarOfTheDirectoryIsFound() throws IOException {
        var sources = Map.of(
                "com/acme/Acme.java",
                factorySource("Acme", "acme", "private final Object lib = new org.lib.Lib();"),
                "org/lib/Lib.java",
                "package org.lib; public class Lib {}");
        PluginJar.write(jar("acme/acme.jar"), sources, Map.of(SERVICE, "com.acme.Acme"));
        withoutEntry(jar("acme/acme.jar"), "/org/lib/Lib.class");
        PluginJar.write(jar("acme/lib.jar"), Map.of("org/lib/Lib.java", sources.get("org/lib/Lib.java")), Map.of());
        assertThat(load()).extracting(InstalledFactory::name).containsExactly("acme");
    }

    @Test
    void nameThatBreaksP1IsRefused() throws IOException {
        plugin("acme/acme.jar", "Acme", "Acme Inc");
        refused().withMessageContainingAll("\"Acme Inc\"", "acme.jar", "lower-case");
    }

    @Test
    void directoryWithoutJarIsRefused() throws IOException {
        Files.createDirectories(data.resolve("plugins/empty"));
        refused().withMessageContainingAll(Path.of("plugins", "empty").toString(), "Put the plugin's jars in it");
    }

    @Test
    void jarOutsideOfADirectoryIsRefused() throws IOException {
        Files.createDirectories(data.resolve("plugins"));
        Files.createFile(data.resolve("plugins/stray.jar"));
        refused().withMessageContainingAll("stray.jar", "plugins/<name>/");
    }

    private ThrowableAssertAlternative<PluginException> refused() {
        return assertThatExceptionOfType(PluginException.class).isThrownBy(this::load);
    }

    private List<InstalledFactory> load() {
        return PluginLoader.load(host, data.resolve("plugins"), ANY);
    }

    private void plugin(String path, String className, String providerName) throws IOException {
        PluginJar.write(jar(path), className, factorySource(className, providerName));
    }

    private Path jar(String path) {
        return data.resolve("plugins").resolve(path);
    }

    private ClassLoader hostWith(String jar) throws IOException {
        return new URLClassLoader(new URL[] {jar(jar).toUri().toURL()}, host);
    }

    private static void withoutEntry(Path jar, String entry) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath(entry));
        }
    }

    private static final class HostWithoutProviders extends ClassLoader {
        HostWithoutProviders() {
            super(PluginLoaderTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(SERVICE) ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
