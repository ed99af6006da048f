package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.jdbc.StoredJson.member;
import static dev.parley.adapters.storage.jdbc.StoredJson.millis;
import static dev.parley.adapters.storage.jdbc.StoredJson.string;
import static dev.parley.adapters.storage.jdbc.StoredJson.strings;
import static dev.parley.adapters.storage.jdbc.StoredJson.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.Chunk.Made;
import dev.parley.domain.music.Chunk.Taken;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import java.util.ArrayList;
import java.util.List;

/** A composition plan as it is stored. */
final class PlanJson {

    private PlanJson() {}

    static void write(ObjectNode json, CompositionPlan plan) {
        switch (plan) {
            case Sections sections -> {
                StoredJson.put(json, "positive", sections.positiveStyles());
                StoredJson.put(json, "negative", sections.negativeStyles());
                var array = json.putArray("sections");
                sections.sections().forEach(section -> write(array.addObject(), section));
            }
            case Chunks chunks -> {
                var array = json.putArray("chunks");
                chunks.chunks().forEach(chunk -> write(array.addObject(), chunk));
            }
        }
    }

    static CompositionPlan read(JsonNode json) {
        if (json.has("chunks")) {
            List<Chunk> chunks = new ArrayList<>();
            json.path("chunks").forEach(chunk -> chunks.add(chunk(chunk)));
            return new Chunks(chunks);
        }
        List<Section> sections = new ArrayList<>();
        json.path("sections").forEach(section -> sections.add(section(section)));
        return new Sections(strings(json, "positive"), strings(json, "negative"), sections);
    }

    private static void write(ObjectNode json, Section section) {
        json.put("name", section.name()).put("millis", section.length().toMillis());
        StoredJson.put(json, "positive", section.positiveStyles());
        StoredJson.put(json, "negative", section.negativeStyles());
        StoredJson.put(json, "lines", section.lines());
        var source = section.source();
        if (source != null) {
            var from = json.putObject("source").put("song", source.song());
            write(from.putObject("range"), source.range());
            var without = from.putArray("without");
            source.without().forEach(range -> write(without.addObject(), range));
        }
    }

    private static Section section(JsonNode json) {
        return new Section(
                string(json, "name"),
                strings(json, "positive"),
                strings(json, "negative"),
                millis(json, "millis"),
                strings(json, "lines"),
                json.has("source") ? source(member(json, "source")) : null);
    }

    private static SectionSource source(JsonNode json) {
        List<TimeRange> without = new ArrayList<>();
        json.path("without").forEach(range -> without.add(range(range)));
        return new SectionSource(string(json, "song"), range(member(json, "range")), without);
    }

    private static void write(ObjectNode json, Chunk chunk) {
        switch (chunk) {
            case Made made -> {
                json.put("text", made.text())
                        .put("millis", made.length().toMillis())
                        .put("adherence", made.adherence())
                        .put("likeness", made.likeness());
                StoredJson.put(json, "positive", made.positiveStyles());
                StoredJson.put(json, "negative", made.negativeStyles());
                var like = made.like();
                if (like != null) {
                    write(json.putObject("like"), like);
                }
            }
            case Taken taken -> {
                json.put("song", taken.song());
                write(json.putObject("range"), taken.range());
            }
        }
    }

    private static Chunk chunk(JsonNode json) {
        return json.has("song")
                ? taken(json)
                : new Made(
                        string(json, "text"),
                        millis(json, "millis"),
                        strings(json, "positive"),
                        strings(json, "negative"),
                        textOrNull(json, "adherence"),
                        json.has("like") ? taken(member(json, "like")) : null,
                        textOrNull(json, "likeness"));
    }

    private static Taken taken(JsonNode json) {
        return new Taken(string(json, "song"), range(member(json, "range")));
    }

    private static void write(ObjectNode json, TimeRange range) {
        json.put("start", range.start().toMillis()).put("end", range.end().toMillis());
    }

    private static TimeRange range(JsonNode json) {
        return new TimeRange(millis(json, "start"), millis(json, "end"));
    }
}
