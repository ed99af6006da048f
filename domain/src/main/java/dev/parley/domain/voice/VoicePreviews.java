package dev.parley.domain.voice;

import dev.parley.domain.render.Details;
import java.util.List;

/**
 * What was designed.
 *
 * @param ids by which the provider knows each preview; none is a voice yet
 */
public record VoicePreviews(List<String> ids) implements Details {
    public VoicePreviews {
        ids = List.copyOf(ids);
    }
}
