package dev.parley.application.catalog;

import dev.parley.ports.provider.VoiceProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** The providers that are on, by name, in order of preference: the built-in voice speaks only where no other can. */
public final class Providers {

    /** Name of the built-in voice. */
    public static final String LOCAL = "local";

    /** Name of the sandbox: what it makes is real for tests only. */
    public static final String SANDBOX = "sandbox";

    private final SequencedMap<String, VoiceProvider> byName;

    public Providers(Map<String, VoiceProvider> providers) {
        SequencedMap<String, VoiceProvider> ordered = new LinkedHashMap<>();
        providers.keySet().stream().sorted().forEach(name -> ordered.put(name, providers.get(name)));
        if (ordered.containsKey(LOCAL)) {
            ordered.putLast(LOCAL, ordered.get(LOCAL));
        }
        this.byName = Collections.unmodifiableSequencedMap(ordered);
    }

    /** All of them. */
    public SequencedMap<String, VoiceProvider> byName() {
        return byName;
    }

    /** Those that serve callers who mean it. */
    public SequencedMap<String, VoiceProvider> live() {
        return only(name -> !name.equals(SANDBOX));
    }

    /** The one that serves callers who only try, where it is installed. */
    public SequencedMap<String, VoiceProvider> sandbox() {
        return only(SANDBOX::equals);
    }

    /** The provider of a stored task or of the catalog. */
    public VoiceProvider named(String name) {
        var provider = byName.get(name);
        if (provider == null) {
            throw new IllegalStateException(
                    "No provider \"" + name + "\". Installed: " + String.join(", ", byName.keySet()));
        }
        return provider;
    }

    private SequencedMap<String, VoiceProvider> only(Predicate<String> wanted) {
        SequencedMap<String, VoiceProvider> some = new LinkedHashMap<>(byName);
        some.keySet().removeIf(wanted.negate());
        return some;
    }
}
