package dev.parley.adapters.elevenlabs.music;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import org.jspecify.annotations.Nullable;

/** A plan in the upstream's JSON, in either form. */
final class PlanJson {

    private PlanJson() {}

    static ObjectNode of(CompositionPlan plan) {
        ObjectNode json = Json.object();
        switch (plan) {
            case CompositionPlan.Sections sections -> {
                MusicBody.putWords(json, "positive_global_styles", sections.positiveStyles());
                MusicBody.putWords(json, "negative_global_styles", sections.negativeStyles());
                ArrayNode array = json.putArray("sections");
                sections.sections().forEach(section -> put(array.addObject(), section));
            }
            case CompositionPlan.Chunks chunks -> {
                ArrayNode array = json.putArray("chunks");
                chunks.chunks().forEach(chunk -> put(array.addObject(), chunk));
            }
        }
        return json;
    }

    private static void put(ObjectNode into, Section section) {
        into.put("section_name", section.name());
        MusicBody.putWords(into, "positive_local_styles", section.positiveStyles());
        MusicBody.putWords(into, "negative_local_styles", section.negativeStyles());
        into.put("duration_ms", section.length().toMillis());
        MusicBody.putWords(into, "lines", section.lines());
        SectionSource source = section.source();
        if (source != null) {
            ObjectNode from = into.putObject("source_from").put("song_id", source.song());
            put(from.putObject("range"), source.range());
            ArrayNode without = from.putArray("negative_ranges");
            source.without().forEach(range -> put(without.addObject(), range));
        }
    }

    private static void put(ObjectNode into, Chunk chunk) {
        switch (chunk) {
            case Chunk.Made made -> put(into, made);
            case Chunk.Taken taken -> put(into, taken);
        }
    }

    private static void put(ObjectNode into, Chunk.Made made) {
        into.put("text", made.text()).put("duration_ms", made.length().toMillis());
        MusicBody.putWords(into, "positive_styles", made.positiveStyles());
        MusicBody.putWords(into, "negative_styles", made.negativeStyles());
        putWord(into, "context_adherence", made.adherence());
        Chunk.Taken like = made.like();
        if (like != null) {
            put(into.putObject("conditioning_ref"), like);
        }
        putWord(into, "condition_strength", made.likeness());
    }

    private static void put(ObjectNode into, Chunk.Taken taken) {
        into.put("song_id", taken.song());
        put(into.putObject("range"), taken.range());
    }

    private static void put(ObjectNode into, TimeRange range) {
        into.put("start_ms", range.start().toMillis()).put("end_ms", range.end().toMillis());
    }

    private static void putWord(ObjectNode into, String field, @Nullable String word) {
        if (word != null) {
            into.put(field, word);
        }
    }
}
