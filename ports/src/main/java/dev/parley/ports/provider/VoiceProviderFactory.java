package dev.parley.ports.provider;

import java.util.ServiceLoader;
import java.util.Set;

/**
 * Entry point of a provider plugin, found by {@link ServiceLoader}: a public class with a public constructor without
 * arguments, named in {@code META-INF/services/dev.parley.ports.provider.VoiceProviderFactory}. Construction is cheap, does
 * no I/O and does not throw. The numbers P1 to P18 are the clauses that {@code VoiceProviderContract} tests.
 */
public interface VoiceProviderFactory {

    /**
     * P1: the provider's name: 1 to 32 lower-case letters, digits and hyphens, starting with a letter. Stored with every
     * task, so it never changes. Two plugins with one name stop the start of the gateway.
     */
    String name();

    /**
     * P2: the configuration keys without which the provider cannot work, as {@code api_key}. While none of them is set the
     * provider is off; if only some are, the start stops and names the missing ones. Empty: the provider is always on.
     */
    Set<String> requiredKeys();

    /** P2: the configuration keys whose values are never logged. */
    Set<String> secretKeys();

    /**
     * P3: a provider ready to render. Does no network I/O.
     *
     * @throws IllegalArgumentException whose message names the bad key and the remedy
     */
    VoiceProvider create(ProviderConfig config);
}
