package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.flag;
import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.millis;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.strings;
import static dev.parley.adapters.storage.jdbc.StoredJson.textOrNull;
import static dev.parley.adapters.storage.jdbc.StoredJson.truth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.music.Song;
import dev.parley.domain.music.Song.SungWord;
import dev.parley.domain.render.Details;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoicePreviews;
import java.util.ArrayList;
import java.util.List;

/** What is known of a finished rendering, as a stored JSON object. Its {@code kind} names what it is, and the form's version. */
final class DetailsJson {

    private static final String SONG = "song/1";
    private static final String PREVIEWS = "voice_previews/1";
    private static final String CLONE = "cloned_voice/1";

    private DetailsJson() {}

    static String write(Details details) {
        return switch (details) {
            case Song song -> write(song);
            case VoicePreviews previews -> {
                var json = StoredJson.object().put("kind", PREVIEWS);
                StoredJson.put(json, "ids", previews.ids());
                yield json.toString();
            }
            case ClonedVoice clone ->
                StoredJson.object()
                        .put("kind", CLONE)
                        .put("id", clone.id())
                        .put("unverified", clone.unverified())
                        .toString();
        };
    }

    static Details read(String text) {
        var json = StoredJson.parse(text);
        String kind = string(json, "kind");
        return switch (kind) {
            case SONG -> song(json);
            case PREVIEWS -> new VoicePreviews(strings(json, "ids"));
            case CLONE -> new ClonedVoice(string(json, "id"), flag(json, "unverified"));
            default -> throw new IllegalStateException("a later version stored details of kind '" + kind + "'");
        };
    }

    private static String write(Song song) {
        var json = StoredJson.object()
                .put("kind", SONG)
                .put("title", song.title())
                .put("description", song.description())
                .put("explicit", song.explicit())
                .put("upstream_id", song.upstreamId());
        StoredJson.put(json, "genres", song.genres());
        StoredJson.put(json, "languages", song.languages());
        var words = json.putArray("words");
        song.words()
                .forEach(word -> words.addObject()
                        .put("text", word.text())
                        .put("start", word.start().toMillis())
                        .put("end", word.end().toMillis()));
        var plan = song.plan();
        if (plan != null) {
            PlanJson.write(json.putObject("plan"), plan);
        }
        return json.toString();
    }

    private static Song song(JsonNode json) {
        List<SungWord> words = new ArrayList<>();
        json.path("words")
                .forEach(word ->
                        words.add(new SungWord(string(word, "text"), millis(word, "start"), millis(word, "end"))));
        return new Song(
                json.has("plan") ? PlanJson.read(member(json, "plan")) : null,
                textOrNull(json, "title"),
                textOrNull(json, "description"),
                strings(json, "genres"),
                strings(json, "languages"),
                truth(json, "explicit"),
                words,
                textOrNull(json, "upstream_id"));
    }
}
