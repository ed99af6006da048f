package dev.parley.plugins.sandbox;

import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.ports.provider.AudioStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan in ElevenLabs' form: the one to begin with, where there is one; else the one that music by the prompt would have. */
final class PlanJson {

    private PlanJson() {}

    static AudioStream stream(PlanRequest request, TimeLimit time) {
        var source = request.source();
        var prompt = new Score.Prompt(request.prompt(), request.length(), Duration.ZERO);
        var plan = source == null ? PromptedPlan.of(prompt, false) : source;
        var song = new Song(plan, null, null, List.of(), List.of(), null, List.of(), null);
        return new TextStream(Json.of(told(plan)), time, song);
    }

    private static Map<String, @Nullable Object> told(CompositionPlan plan) {
        return switch (plan) {
            case Sections(var positive, var negative, var sections) -> {
                Map<String, @Nullable Object> told = new LinkedHashMap<>();
                told.put("positive_global_styles", positive);
                told.put("negative_global_styles", negative);
                told.put("sections", sections.stream().map(PlanJson::told).toList());
                yield told;
            }
            case Chunks(var chunks) -> {
                Map<String, @Nullable Object> told = new LinkedHashMap<>();
                told.put("chunks", chunks.stream().map(PlanJson::told).toList());
                yield told;
            }
        };
    }

    private static Map<String, @Nullable Object> told(Section section) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("section_name", section.name());
        told.put("positive_local_styles", section.positiveStyles());
        told.put("negative_local_styles", section.negativeStyles());
        told.put("duration_ms", section.length().toMillis());
        told.put("lines", section.lines());
        var source = section.source();
        if (source != null) {
            Map<String, @Nullable Object> from = new LinkedHashMap<>();
            from.put("song_id", source.song());
            from.put("range", told(source.range()));
            from.put(
                    "negative_ranges",
                    source.without().stream().map(PlanJson::told).toList());
            told.put("source_from", from);
        }
        return told;
    }

    private static Map<String, @Nullable Object> told(Chunk chunk) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        switch (chunk) {
            case Chunk.Made made -> {
                told.put("text", made.text());
                told.put("duration_ms", made.length().toMillis());
                told.put("positive_styles", made.positiveStyles());
                told.put("negative_styles", made.negativeStyles());
                told.put("context_adherence", made.adherence());
                var like = made.like();
                told.put("conditioning_ref", like == null ? null : told(like));
                told.put("condition_strength", made.likeness());
            }
            case Chunk.Taken(var song, var range) -> {
                told.put("song_id", song);
                told.put("range", told(range));
            }
        }
        return told;
    }

    private static Map<String, Object> told(TimeRange range) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("start_ms", range.start().toMillis());
        told.put("end_ms", range.end().toMillis());
        return told;
    }
}
