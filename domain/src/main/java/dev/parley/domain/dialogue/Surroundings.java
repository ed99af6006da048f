package dev.parley.domain.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is heard before and after, so that a provider can speak what lies between accordingly. It is not spoken itself.
 *
 * @param previousRequests ids of the provider's own for what was rendered before
 * @param nextRequests ids of the provider's own for what comes after
 */
public record Surroundings(
        @Nullable String previousText,
        @Nullable String nextText,
        List<String> previousRequests,
        List<String> nextRequests) {

    public static final Surroundings NONE = new Surroundings(null, null, List.of(), List.of());

    public Surroundings {
        previousRequests = List.copyOf(previousRequests);
        nextRequests = List.copyOf(nextRequests);
    }
}
