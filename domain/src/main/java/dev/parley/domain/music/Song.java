package dev.parley.domain.music;

import dev.parley.domain.render.Details;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of finished music. Whatever nobody told is null, or empty.
 *
 * @param plan by which it was made
 * @param explicit whether its words are not for everybody
 * @param words when each word is sung
 * @param upstreamId by which the provider knows the song, where it keeps it; at most 200 characters
 */
public record Song(
        @Nullable CompositionPlan plan,
        @Nullable String title,
        @Nullable String description,
        List<String> genres,
        List<String> languages,
        @Nullable Boolean explicit,
        List<SungWord> words,
        @Nullable String upstreamId)
        implements Details {

    /** Of which nothing is known. */
    public static final Song UNKNOWN = new Song(null, null, null, List.of(), List.of(), null, List.of(), null);

    public Song {
        genres = List.copyOf(genres);
        languages = List.copyOf(languages);
        words = List.copyOf(words);
    }

    /** A word, and when it is heard. */
    public record SungWord(String text, Duration start, Duration end) {}
}
