package dev.parley.server.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** A jar compiled by a test, against nothing but what a plugin may see. */
public final class PluginJar {

    private static final String SERVICE = "META-INF/services/" + VoiceProviderFactory.class.getName();

    private PluginJar() {}

    /** A factory of this class and provider's name; it makes no provider. */
    static String factorySource(String className, String providerName) {
        return factorySource(className, providerName, "");
    }

    /** The same with these members besides. */
    static String factorySource(String className, String providerName, String members) {
        return """
            package com.acme;
            import dev.parley.ports.provider.*;
            import java.util.Set;
            public class %1$s implements VoiceProviderFactory {
                %3$s
                public String name() { return "%2$s"; }
                public Set<String> requiredKeys() { return Set.of(); }
                public Set<String> secretKeys() { return Set.of(); }
                public VoiceProvider create(ProviderConfig config) { throw new IllegalArgumentException("none"); }
            }
            """.formatted(className, providerName, members);
    }

    /** A jar with one factory {@code com.acme.<className>}, announced as it should be. */
    public static void write(Path jar, String className, String source) throws IOException {
        write(jar, Map.of("com/acme/" + className + ".java", source), Map.of(SERVICE, "com.acme." + className));
    }

    /** A jar of these sources by path, and these other files. */
    static void write(Path jar, Map<String, String> sources, Map<String, String> files) throws IOException {
        Path work = Files.createTempDirectory(
                Files.createDirectories(jar.getParent()).getParent(), ".compile");
        Path classes = Files.createDirectory(work.resolve("classes"));
        compile(work, classes, sources);
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                put(zip.getPath(classes.relativize(file).toString()), Files.readAllBytes(file));
            }
            for (var file : files.entrySet()) {
                put(zip.getPath(file.getKey()), file.getValue().getBytes(UTF_8));
            }
        }
    }

    private static void compile(Path work, Path classes, Map<String, String> sources) throws IOException {
        List<String> arguments =
                Stream.of("-d", classes.toString(), "-cp", visible()).collect(Collectors.toList());
        for (var source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            put(file, source.getValue().getBytes(UTF_8));
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("javac's exit code").isZero();
    }

    private static String visible() {
        return Stream.of(AudioFormat.class, VoiceProviderFactory.class, NullMarked.class)
                .map(PluginJar::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, bytes);
    }
}
