package dev.parley.server.plugin;

import dev.parley.ports.provider.VoiceProviderFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds factories on the class path and in {@code plugins/*}, where each directory is one plugin. */
public final class PluginLoader {

    private static final String SERVICE_FILE = "META-INF/services/" + VoiceProviderFactory.class.getName();
    private static final String NAME = "[a-z][a-z0-9-]{0,31}";

    private final ClassLoader host;
    private final JarPins pins;
    private final Map<String, InstalledFactory> found = new LinkedHashMap<>();

    private PluginLoader(ClassLoader host, JarPins pins) {
        this.host = host;
        this.pins = pins;
    }

    /**
     * All factories: first those of the class path, then those of the directories in order of their names.
     *
     * @param host sees the SPI, and the built-in providers
     * @param pluginsDirectory need not exist
     * @param pins of the jars in it
     * @throws PluginException if a plugin cannot be loaded, or two have one name
     */
    public static List<InstalledFactory> load(ClassLoader host, Path pluginsDirectory, JarPins pins) {
        var loader = new PluginLoader(host, pins);
        loader.addAll(host, "the class path", UnaryOperator.identity());
        for (Path entry : sorted(pluginsDirectory, path -> !isHidden(path))) {
            loader.addDirectory(entry);
        }
        return List.copyOf(loader.found.values());
    }

    private void addDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new PluginException(directory
                    + " is not a directory. Put each plugin's jars in a directory of their own: plugins/<name>/.");
        }
        List<Path> jars = sorted(directory, path -> path.toString().endsWith(".jar"));
        if (jars.isEmpty()) {
            throw new PluginException(directory + " holds no jar. Put the plugin's jars in it, or remove it.");
        }
        pins.check(jars);
        // Open for as long as the process runs: a plugin may load classes at any time.
        var classes = new PluginClassLoader(directory.getFileName().toString(), urls(jars), host);
        try (var _ = ContextClasses.of(classes)) {
            int count = addAll(classes, directory.toString(), factory -> new ClassLoaderSafeFactory(factory, classes));
            if (count == 0) {
                throw new PluginException("No provider in " + directory + ". Put " + SERVICE_FILE
                        + " into one of its jars; it holds the name of the factory's class.");
            }
        }
    }

    private int addAll(ClassLoader classes, String where, UnaryOperator<VoiceProviderFactory> wrap) {
        int count = 0;
        try {
            Iterator<VoiceProviderFactory> factories =
                    ServiceLoader.load(VoiceProviderFactory.class, classes).iterator();
            while (factories.hasNext()) {
                VoiceProviderFactory factory = factories.next();
                add(wrap.apply(factory), origin(factory, where));
                count++;
            }
        } catch (PluginException e) {
            throw e;
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw broken(where, e);
        }
        return count;
    }

    private void add(VoiceProviderFactory factory, String origin) {
        String name = factory.name();
        if (!name.matches(NAME)) {
            throw new PluginException("The provider in " + origin + " is called \"" + name
                    + "\". A name is 1 to 32 lower-case letters, digits and hyphens, starting with a letter.");
        }
        InstalledFactory other = found.putIfAbsent(name, new InstalledFactory(name, factory, origin));
        if (other != null) {
            throw new PluginException("Two providers are called \"" + name + "\": in " + other.origin() + " and in "
                    + origin + ". Remove one of them.");
        }
    }

    private static PluginException broken(String where, Throwable e) {
        return new PluginException(
                "The plugin in " + where + " cannot be loaded: " + rootMessage(e)
                        + ". Put every library it needs beside"
                        + " it, and in " + SERVICE_FILE
                        + " the name of a public class with a public constructor without"
                        + " arguments.",
                e);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private static String origin(VoiceProviderFactory factory, String where) {
        CodeSource source = factory.getClass().getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? where
                : Path.of(URI.create(source.getLocation().toString())).toString();
    }

    private static URL[] urls(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new PluginException(jar + " cannot be named by a URL", e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static List<Path> sorted(Path directory, Predicate<Path> which) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(which).sorted().toList();
        } catch (IOException e) {
            throw new PluginException(directory + " cannot be read: " + e, e);
        }
    }
}
