package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.flag;
import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.number;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.textOrNull;
import static dev.parley.adapters.storage.jdbc.StoredJson.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoiceProfile;
import java.util.ArrayList;
import java.util.List;

/** Voices that are wanted, inside of what {@link RequestJson} stores. */
final class VoiceJson {

    private VoiceJson() {}

    static void write(ObjectNode json, VoiceDesign design) {
        json.put("description", design.description())
                .put("text", design.text())
                .put("loudness", design.loudness())
                .put("quality", design.quality())
                .put("guidance", design.guidance())
                .put("seed", design.seed())
                .put("enhanced", design.enhanced())
                .put("audible", design.audible());
    }

    static VoiceDesign design(JsonNode json) {
        return new VoiceDesign(
                string(json, "description"),
                textOrNull(json, "text"),
                number(json, "loudness"),
                number(json, "quality"),
                number(json, "guidance"),
                whole(json, "seed"),
                flag(json, "enhanced"),
                flag(json, "audible"));
    }

    static void write(ObjectNode json, VoiceCloneRequest clone) {
        json.put("name", clone.profile().name())
                .put("description", clone.profile().description())
                .put("without_noise", clone.withoutNoise());
        var labels = json.putObject("labels");
        clone.profile().labels().forEach(labels::put);
        var samples = json.putArray("samples");
        clone.samples().forEach(sample -> RecordingJson.write(samples.addObject(), sample));
    }

    static VoiceCloneRequest clone(String model, JsonNode json, Delivery delivery) {
        List<Upload> samples = new ArrayList<>();
        member(json, "samples").forEach(sample -> samples.add(RecordingJson.upload(sample)));
        var labels = CreatedVoiceRow.readLabels(member(json, "labels"));
        var profile = new VoiceProfile(string(json, "name"), string(json, "description"), labels);
        return new VoiceCloneRequest(model, profile, samples, flag(json, "without_noise"), delivery);
    }
}
