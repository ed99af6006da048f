package dev.parley.adapters.elevenlabs.music;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.music.Song;
import dev.parley.domain.music.Song.SungWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the upstream says of a song. The song is what was paid for: what is said badly is left out, and nothing fails. */
final class SongJson {

    private static final int ID_MAX = 200;

    private SongJson() {}

    /** The id, if it is one. */
    static @Nullable String id(@Nullable String told) {
        return told == null || told.isBlank() || told.length() > ID_MAX ? null : told;
    }

    static Song read(JsonNode details, @Nullable String id) {
        JsonNode about = details.path("song_metadata");
        JsonNode explicit = about.path("is_explicit");
        return new Song(
                PlanReader.read(details.path("composition_plan")),
                about.path("title").textValue(),
                about.path("description").textValue(),
                texts(about.path("genres")),
                texts(about.path("languages")),
                explicit.isBoolean() ? explicit.booleanValue() : null,
                words(details.path("words_timestamps")),
                id);
    }

    /** Those that are texts. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array) {
            if (text.isTextual()) {
                texts.add(text.textValue());
            }
        }
        return texts;
    }

    private static List<SungWord> words(JsonNode array) {
        List<SungWord> words = new ArrayList<>();
        for (JsonNode word : array) {
            String text = word.path("word").textValue();
            JsonNode start = word.path("start_ms");
            JsonNode end = word.path("end_ms");
            if (text != null && start.isNumber() && end.isNumber()) {
                words.add(new SungWord(text, Duration.ofMillis(start.longValue()), Duration.ofMillis(end.longValue())));
            }
        }
        return words;
    }
}
