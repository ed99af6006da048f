package dev.parley.adapters.storage.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceProfile;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A voice as one line of its table.
 *
 * @param labels a JSON object of texts
 */
@MappedEntity("created_voice")
record CreatedVoiceRow(
        @Id String provider,
        @Id String id,
        String account,
        String task,
        String stage,
        String name,
        String description,
        String labels,
        long atMs) {

    static CreatedVoiceRow of(CreatedVoice voice) {
        return new CreatedVoiceRow(
                voice.provider(),
                voice.id(),
                voice.account(),
                voice.task().toString(),
                voice.stage().name(),
                voice.profile().name(),
                voice.profile().description(),
                writeLabels(voice.profile().labels()),
                voice.at().toEpochMilli());
    }

    CreatedVoice toVoice() {
        return new CreatedVoice(
                provider,
                id,
                account,
                UUID.fromString(task),
                Stage.valueOf(stage),
                new VoiceProfile(name, description, readLabels(StoredJson.parse(labels))),
                Instant.ofEpochMilli(atMs));
    }

    static String writeLabels(Map<String, String> labels) {
        var json = StoredJson.object();
        labels.forEach(json::put);
        return json.toString();
    }

    static Map<String, String> readLabels(JsonNode json) {
        Map<String, String> labels = new HashMap<>();
        json.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().textValue()));
        return labels;
    }
}
