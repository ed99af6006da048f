package dev.parley.adapters.elevenlabs.music;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan out of the upstream's JSON, in either form. One that lacks something is no plan. */
final class PlanReader {

    private PlanReader() {}

    /** Null where there is none. */
    static @Nullable CompositionPlan read(JsonNode plan) {
        if (plan.path("chunks").isArray()) {
            List<Chunk> chunks = new ArrayList<>();
            plan.path("chunks").forEach(chunk -> add(chunks, chunk(chunk)));
            return chunks.size() == plan.path("chunks").size() ? new Chunks(chunks) : null;
        }
        if (!plan.path("sections").isArray()) {
            return null;
        }
        List<Section> sections = new ArrayList<>();
        plan.path("sections").forEach(section -> add(sections, section(section)));
        return sections.size() == plan.path("sections").size()
                ? new Sections(
                        SongJson.texts(plan.path("positive_global_styles")),
                        SongJson.texts(plan.path("negative_global_styles")),
                        sections)
                : null;
    }

    private static @Nullable Section section(JsonNode section) {
        String name = section.path("section_name").textValue();
        JsonNode from = section.path("source_from");
        SectionSource source = from.isObject() ? source(from) : null;
        if (name == null || !section.path("duration_ms").isNumber() || (from.isObject() && source == null)) {
            return null;
        }
        return new Section(
                name,
                SongJson.texts(section.path("positive_local_styles")),
                SongJson.texts(section.path("negative_local_styles")),
                millis(section.path("duration_ms")),
                SongJson.texts(section.path("lines")),
                source);
    }

    private static @Nullable SectionSource source(JsonNode from) {
        Chunk.Taken taken = taken(from);
        if (taken == null) {
            return null;
        }
        List<TimeRange> without = new ArrayList<>();
        from.path("negative_ranges").forEach(range -> add(without, range(range)));
        return new SectionSource(taken.song(), taken.range(), without);
    }

    private static @Nullable Chunk chunk(JsonNode chunk) {
        if (chunk.has("song_id")) {
            return taken(chunk);
        }
        String text = chunk.path("text").textValue();
        JsonNode like = chunk.path("conditioning_ref");
        Chunk.Taken other = like.isObject() ? taken(like) : null;
        if (text == null || !chunk.path("duration_ms").isNumber() || (like.isObject() && other == null)) {
            return null;
        }
        return new Chunk.Made(
                text,
                millis(chunk.path("duration_ms")),
                SongJson.texts(chunk.path("positive_styles")),
                SongJson.texts(chunk.path("negative_styles")),
                chunk.path("context_adherence").textValue(),
                other,
                chunk.path("condition_strength").textValue());
    }

    private static Chunk.@Nullable Taken taken(JsonNode of) {
        String song = of.path("song_id").textValue();
        TimeRange range = range(of.path("range"));
        return song == null || range == null ? null : new Chunk.Taken(song, range);
    }

    private static @Nullable TimeRange range(JsonNode range) {
        JsonNode start = range.path("start_ms");
        JsonNode end = range.path("end_ms");
        return start.isNumber() && end.isNumber() ? new TimeRange(millis(start), millis(end)) : null;
    }

    private static Duration millis(JsonNode number) {
        return Duration.ofMillis(number.longValue());
    }

    private static <T> void add(List<T> to, @Nullable T item) {
        if (item != null) {
            to.add(item);
        }
    }
}
