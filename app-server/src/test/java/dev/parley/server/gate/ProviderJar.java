package dev.parley.server.gate;

import dev.parley.ports.provider.VoiceProviderFactory;
import dev.parley.server.gate.provider.GateFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The gate's provider as a jar for the server's class path. No other test is to meet it, so it is announced only there. */
final class ProviderJar {

    private ProviderJar() {}

    static Path write(Path jar) throws IOException {
        var folder = GateFactory.class.getPackageName().replace('.', '/');
        try (OutputStream file = Files.newOutputStream(jar);
                var entries = new JarOutputStream(file);
                var classes = Files.list(testClasses().resolve(folder))) {
            for (Path compiled : classes.toList()) {
                put(entries, folder + "/" + compiled.getFileName(), Files.readAllBytes(compiled));
            }
            put(
                    entries,
                    "META-INF/services/" + VoiceProviderFactory.class.getName(),
                    GateFactory.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    static Path testClasses() {
        try {
            return Path.of(ProviderJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(bytes);
        entries.closeEntry();
    }
}
