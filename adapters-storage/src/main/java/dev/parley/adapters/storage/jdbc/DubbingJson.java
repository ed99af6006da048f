package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.flag;
import static dev.parley.adapters.storage.jdbc.StoredJson.integer;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.textOrNull;
import static dev.parley.adapters.storage.jdbc.StoredJson.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.DubbingSettings.Part;
import dev.parley.domain.recording.DubbingSettings.Picture;
import dev.parley.domain.recording.DubbingSettings.Sound;
import dev.parley.domain.recording.DubbingSettings.Speakers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a recording is dubbed, inside of what {@link RequestJson} stores. */
final class DubbingJson {

    private DubbingJson() {}

    static void write(ObjectNode json, DubbingRequest request) {
        var settings = request.settings();
        json.put("media", request.format().name())
                .put("target", settings.target())
                .put("source", settings.speakers().language())
                .put("speakers", settings.speakers().count())
                .put("accent", settings.speakers().accent())
                .put("start_millis", millis(settings.part().start()))
                .put("end_millis", millis(settings.part().end()))
                .put("no_background", settings.sound().withoutBackground())
                .put("no_profanity", settings.sound().withoutProfanity())
                .put("watermark", settings.picture().watermark())
                .put("highest_resolution", settings.picture().highestResolution())
                .put("name", settings.name());
    }

    static DubbingSettings settings(JsonNode json) {
        return new DubbingSettings(
                string(json, "target"),
                new Speakers(textOrNull(json, "source"), integer(json, "speakers"), textOrNull(json, "accent")),
                new Part(duration(whole(json, "start_millis")), duration(whole(json, "end_millis"))),
                new Sound(flag(json, "no_background"), flag(json, "no_profanity")),
                new Picture(flag(json, "watermark"), flag(json, "highest_resolution")),
                textOrNull(json, "name"));
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }

    private static @Nullable Duration duration(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
