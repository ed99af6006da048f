package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.domain.music.Song;
import dev.parley.domain.music.Song.SungWord;
import dev.parley.rest.draft.PlanJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a piece of music beside its audio.
 *
 * @param wordsTimestamps null where nobody asked for them
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record DetailsJson(
        PlanJson compositionPlan,
        MetadataJson songMetadata,
        @Nullable List<WordJson> wordsTimestamps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MetadataJson(
            @Nullable String title,
            @Nullable String description,
            List<String> genres,
            List<String> languages,
            @Nullable Boolean isExplicit) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WordJson(String word, long startMs, long endMs) {

        static WordJson of(SungWord word) {
            return new WordJson(word.text(), word.start().toMillis(), word.end().toMillis());
        }
    }

    /** @param timed whether somebody asked when each word is sung */
    static DetailsJson of(PlanJson plan, Song song, boolean timed) {
        return new DetailsJson(
                plan,
                new MetadataJson(song.title(), song.description(), song.genres(), song.languages(), song.explicit()),
                timed ? song.words().stream().map(WordJson::of).toList() : null);
    }

    /** On one line. */
    String toText() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can be written", e);
        }
    }
}
