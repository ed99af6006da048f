package dev.parley.server.plugin;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.Resampler;
import dev.parley.ports.provider.VoiceProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Every installed provider, made or left alone as the configuration says.
 *
 * @param on ready to render
 * @param off names of those of whose required keys none is set
 */
public record ConfiguredProviders(List<LoadedProvider> on, List<String> off) {
    public ConfiguredProviders {
        on = List.copyOf(on);
        off = List.copyOf(off);
    }

    /**
     * Makes the providers. If one cannot be made, those made before it are closed.
     *
     * @param settings by provider's name and key, as {@code providers.<name>.<key>}; a blank value counts as not set
     * @throws IllegalArgumentException telling the operator which setting is wrong and what to do
     */
    public static ConfiguredProviders create(
            List<InstalledFactory> installed, Map<String, Map<String, String>> settings, Resampler resampler) {
        checkNames(installed, settings);
        List<LoadedProvider> on = new ArrayList<>();
        List<String> off = new ArrayList<>();
        try {
            for (InstalledFactory factory : installed) {
                Map<String, String> values = set(settings.getOrDefault(factory.name(), Map.of()));
                if (isOn(factory, values)) {
                    on.add(new LoadedProvider(factory.name(), create(factory, new ProviderConfig(values, resampler))));
                } else {
                    off.add(factory.name());
                }
            }
        } catch (RuntimeException | LinkageError e) {
            on.forEach(made -> made.provider().close());
            throw e;
        }
        return new ConfiguredProviders(on, off);
    }

    private static void checkNames(List<InstalledFactory> installed, Map<String, Map<String, String>> settings) {
        List<String> names = installed.stream().map(InstalledFactory::name).toList();
        for (String wanted : new TreeSet<>(settings.keySet())) {
            if (!names.contains(wanted)) {
                throw new IllegalArgumentException("No provider \"" + wanted + "\". Installed: "
                        + String.join(", ", names) + ". Put its jars in plugins/" + wanted + "/.");
            }
        }
    }

    private static boolean isOn(InstalledFactory factory, Map<String, String> values) {
        var missing = new TreeSet<>(factory.factory().requiredKeys());
        int required = missing.size();
        missing.removeAll(values.keySet());
        if (missing.isEmpty()) {
            return true;
        }
        if (missing.size() == required) {
            return false;
        }
        throw new IllegalArgumentException("Provider \"" + factory.name() + "\" is configured in part. Not set: "
                + String.join(
                        ", ",
                        missing.stream().map(key -> named(factory.name(), key)).toList())
                + ". Set all of its required keys, or none to turn it off.");
    }

    private static VoiceProvider create(InstalledFactory factory, ProviderConfig config) {
        var mask = mask(factory, config);
        try {
            return new DiscreetProvider(factory.factory().create(config), mask);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    mask.masked("Provider \"" + factory.name() + "\": " + e.getMessage()), mask.masked(e));
        } catch (RuntimeException e) {
            throw failed(factory, mask.masked(e));
        } catch (LinkageError e) {
            throw failed(factory, e);
        }
    }

    private static PluginException failed(InstalledFactory factory, Throwable e) {
        return new PluginException("Provider \"" + factory.name() + "\" in " + factory.origin() + " failed: " + e, e);
    }

    private static Mask mask(InstalledFactory factory, ProviderConfig config) {
        return new Mask(factory.factory().secretKeys().stream()
                .flatMap(key -> config.value(key).stream())
                .toList());
    }

    /** The key as the file has it, and as the environment has it, where a variable can say it. */
    private static String named(String provider, String key) {
        String inFile = "providers." + provider + "." + key;
        return provider.contains("-")
                ? inFile
                : inFile + " (PARLEY_" + inFile.replace('.', '_').toUpperCase(Locale.ROOT) + ")";
    }

    private static Map<String, String> set(Map<String, String> values) {
        Map<String, String> set = new HashMap<>(values);
        set.values().removeIf(String::isBlank);
        return set;
    }
}
