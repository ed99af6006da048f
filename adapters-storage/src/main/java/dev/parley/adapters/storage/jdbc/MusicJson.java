package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.flag;
import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.millis;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.textOrNull;
import static dev.parley.adapters.storage.jdbc.StoredJson.truth;
import static dev.parley.adapters.storage.jdbc.StoredJson.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.Score;

/** A score and its options, inside of what {@link RequestJson} stores. */
final class MusicJson {

    private MusicJson() {}

    static void write(ObjectNode json, Score score, MusicOptions options) {
        switch (score) {
            case Score.Prompt prompt -> {
                json.put("prompt", prompt.text())
                        .put("longest_millis", prompt.longest().toMillis());
                if (prompt.length() != null) {
                    json.put("length_millis", prompt.length().toMillis());
                }
            }
            case Score.Planned planned -> PlanJson.write(json.putObject("plan"), planned.plan());
        }
        json.put("seed", options.seed())
                .put("instrumental", options.instrumental())
                .put("section_durations", options.sectionDurations())
                .put("kept", options.kept())
                .put("word_times", options.wordTimes())
                .put("finetune", options.finetune())
                .put("signed", options.signed());
    }

    static Score score(JsonNode json) {
        return json.has("plan")
                ? new Score.Planned(PlanJson.read(member(json, "plan")))
                : new Score.Prompt(
                        string(json, "prompt"),
                        json.has("length_millis") ? millis(json, "length_millis") : null,
                        millis(json, "longest_millis"));
    }

    static MusicOptions options(JsonNode json) {
        return new MusicOptions(
                whole(json, "seed"),
                flag(json, "instrumental"),
                truth(json, "section_durations"),
                flag(json, "kept"),
                flag(json, "word_times"),
                textOrNull(json, "finetune"),
                flag(json, "signed"));
    }
}
