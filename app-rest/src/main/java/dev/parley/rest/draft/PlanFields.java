package dev.parley.rest.draft;

import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.rest.json.JsonFields;
import java.time.Duration;

/** Reads a plan for music, in either of its forms. */
final class PlanFields {

    private static final String SONG = "song_id";
    private static final String RANGE = "range";

    private PlanFields() {}

    static CompositionPlan read(JsonFields plan) {
        return plan.isPresent("chunks")
                ? new Chunks(
                        plan.objects("chunks").stream().map(PlanFields::chunk).toList())
                : new Sections(
                        plan.texts("positive_global_styles"),
                        plan.texts("negative_global_styles"),
                        plan.requiredObjects("sections").stream()
                                .map(PlanFields::section)
                                .toList());
    }

    private static Section section(JsonFields section) {
        var source = section.object("source_from");
        return new Section(
                section.requiredText("section_name"),
                section.texts("positive_local_styles"),
                section.texts("negative_local_styles"),
                millis(section, "duration_ms"),
                section.texts("lines"),
                source == null ? null : source(source));
    }

    private static SectionSource source(JsonFields source) {
        return new SectionSource(
                source.requiredText(SONG),
                range(source.requiredObject(RANGE)),
                source.objects("negative_ranges").stream()
                        .map(PlanFields::range)
                        .toList());
    }

    private static Chunk chunk(JsonFields chunk) {
        if (chunk.isPresent(SONG)) {
            return taken(chunk);
        }
        var like = chunk.object("conditioning_ref");
        return new Chunk.Made(
                chunk.requiredText("text"),
                millis(chunk, "duration_ms"),
                chunk.texts("positive_styles"),
                chunk.texts("negative_styles"),
                chunk.text("context_adherence"),
                like == null ? null : taken(like),
                chunk.text("condition_strength"));
    }

    private static Chunk.Taken taken(JsonFields song) {
        return new Chunk.Taken(song.requiredText(SONG), range(song.requiredObject(RANGE)));
    }

    private static TimeRange range(JsonFields range) {
        return new TimeRange(millis(range, "start_ms"), millis(range, "end_ms"));
    }

    private static Duration millis(JsonFields fields, String name) {
        var millis = fields.longNumber(name);
        if (millis == null) {
            throw fields.refused(name, "is required.");
        }
        return Duration.ofMillis(millis);
    }
}
