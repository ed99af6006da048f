package dev.parley.rest.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as it is told: in the form in which it can be sent again. */
public sealed interface PlanJson {

    static PlanJson of(CompositionPlan plan) {
        return switch (plan) {
            case CompositionPlan.Sections(var positive, var negative, var sections) ->
                new Sections(
                        positive,
                        negative,
                        sections.stream().map(SectionJson::of).toList());
            case CompositionPlan.Chunks(var chunks) ->
                new Chunks(chunks.stream().map(PlanJson::chunk).toList());
        };
    }

    private static ChunkJson chunk(Chunk chunk) {
        return switch (chunk) {
            case Chunk.Made made -> MadeJson.of(made);
            case Chunk.Taken taken -> TakenJson.of(taken);
        };
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Sections(List<String> positiveGlobalStyles, List<String> negativeGlobalStyles, List<SectionJson> sections)
            implements PlanJson {

        /** Of which nothing is known. */
        public static final Sections UNKNOWN = new Sections(List.of(), List.of(), List.of());
    }

    record Chunks(List<ChunkJson> chunks) implements PlanJson {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SectionJson(
            String sectionName,
            List<String> positiveLocalStyles,
            List<String> negativeLocalStyles,
            long durationMs,
            List<String> lines,
            @Nullable SourceJson sourceFrom) {

        static SectionJson of(Section section) {
            var source = section.source();
            return new SectionJson(
                    section.name(),
                    section.positiveStyles(),
                    section.negativeStyles(),
                    section.length().toMillis(),
                    section.lines(),
                    source == null
                            ? null
                            : new SourceJson(
                                    source.song(),
                                    RangeJson.of(source.range()),
                                    source.without().stream().map(RangeJson::of).toList()));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SourceJson(String songId, RangeJson range, List<RangeJson> negativeRanges) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RangeJson(long startMs, long endMs) {

        static RangeJson of(TimeRange range) {
            return new RangeJson(range.start().toMillis(), range.end().toMillis());
        }
    }

    /** A piece of a plan. */
    sealed interface ChunkJson {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TakenJson(String songId, RangeJson range) implements ChunkJson {

        static TakenJson of(Chunk.Taken taken) {
            return new TakenJson(taken.song(), RangeJson.of(taken.range()));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MadeJson(
            String text,
            long durationMs,
            List<String> positiveStyles,
            List<String> negativeStyles,
            @Nullable String contextAdherence,
            @Nullable TakenJson conditioningRef,
            @Nullable String conditionStrength)
            implements ChunkJson {

        static MadeJson of(Chunk.Made made) {
            var like = made.like();
            return new MadeJson(
                    made.text(),
                    made.length().toMillis(),
                    made.positiveStyles(),
                    made.negativeStyles(),
                    made.adherence(),
                    like == null ? null : TakenJson.of(like),
                    made.likeness());
        }
    }
}
