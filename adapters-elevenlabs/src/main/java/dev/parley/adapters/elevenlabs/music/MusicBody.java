package dev.parley.adapters.elevenlabs.music;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score.Planned;
import dev.parley.domain.music.Score.Prompt;
import org.jspecify.annotations.Nullable;

/** The JSON of a request for music. What was not asked for is not sent. */
final class MusicBody {

    private MusicBody() {}

    static ObjectNode of(MusicRequest request) {
        ObjectNode body = Json.object().put("model_id", request.model());
        switch (request.score()) {
            case Prompt prompt -> {
                body.put("prompt", prompt.text());
                var length = prompt.length();
                if (length != null) {
                    body.put("music_length_ms", length.toMillis());
                }
            }
            case Planned(var plan) -> body.set("composition_plan", PlanJson.of(plan));
        }
        put(body, request.options());
        return body;
    }

    private static void put(ObjectNode body, MusicOptions options) {
        Long seed = options.seed();
        if (seed != null) {
            body.put("seed", seed);
        }
        putFlag(body, "force_instrumental", options.instrumental() ? Boolean.TRUE : null);
        putFlag(body, "respect_sections_durations", options.sectionDurations());
        putFlag(body, "store_for_inpainting", options.kept() ? Boolean.TRUE : null);
        putFlag(body, "with_timestamps", options.wordTimes() ? Boolean.TRUE : null);
        putFlag(body, "sign_with_c2pa", options.signed() ? Boolean.TRUE : null);
        String finetune = options.finetune();
        if (finetune != null) {
            body.put("finetune_id", finetune);
        }
    }

    private static void putFlag(ObjectNode body, String field, @Nullable Boolean flag) {
        if (flag != null) {
            body.put(field, flag);
        }
    }

    /** For lists of words. */
    static void putWords(ObjectNode into, String field, Iterable<String> words) {
        ArrayNode array = into.putArray(field);
        words.forEach(array::add);
    }
}
