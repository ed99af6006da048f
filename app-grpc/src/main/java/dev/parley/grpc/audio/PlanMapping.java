package dev.parley.grpc.audio;

import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.Chunk.Made;
import dev.parley.domain.music.Chunk.Taken;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.refusal.Refused;
import dev.parley.v1.CompositionPlan;
import dev.parley.v1.MadeChunk;
import dev.parley.v1.SongChunk;
import dev.parley.v1.SongSection;
import dev.parley.v1.SongSource;
import dev.parley.v1.TimeRange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Plans, both ways. */
final class PlanMapping {

    private PlanMapping() {}

    static dev.parley.domain.music.CompositionPlan plan(CompositionPlan plan) {
        if (plan.getChunksCount() == 0) {
            return new Sections(
                    plan.getPositiveStylesList(),
                    plan.getNegativeStylesList(),
                    plan.getSectionsList().stream().map(PlanMapping::section).toList());
        }
        if (plan.getSectionsCount() > 0) {
            throw Refused.invalid("composition_plan.chunks", "must not come with sections: send one of the two.");
        }
        return new Chunks(plan.getChunksList().stream().map(PlanMapping::chunk).toList());
    }

    static CompositionPlan plan(dev.parley.domain.music.CompositionPlan plan) {
        var told = CompositionPlan.newBuilder();
        switch (plan) {
            case Sections sections -> {
                told.addAllPositiveStyles(sections.positiveStyles()).addAllNegativeStyles(sections.negativeStyles());
                sections.sections().forEach(section -> told.addSections(section(section)));
            }
            case Chunks chunks -> chunks.chunks().forEach(chunk -> told.addChunks(chunk(chunk)));
        }
        return told.build();
    }

    private static Section section(SongSection section) {
        return new Section(
                section.getName(),
                section.getPositiveStylesList(),
                section.getNegativeStylesList(),
                Duration.ofMillis(section.getLengthMillis()),
                section.getLinesList(),
                section.hasSource() ? source(section.getSource()) : null);
    }

    private static SongSection section(Section section) {
        var told = SongSection.newBuilder()
                .setName(section.name())
                .addAllPositiveStyles(section.positiveStyles())
                .addAllNegativeStyles(section.negativeStyles())
                .setLengthMillis((int) section.length().toMillis())
                .addAllLines(section.lines());
        var source = section.source();
        if (source != null) {
            told.setSource(SongSource.newBuilder()
                    .setSongId(source.song())
                    .setRange(range(source.range()))
                    .addAllWithout(
                            source.without().stream().map(PlanMapping::range).toList()));
        }
        return told.build();
    }

    private static SectionSource source(SongSource source) {
        return new SectionSource(
                source.getSongId(),
                range(source.getRange()),
                source.getWithoutList().stream().map(PlanMapping::range).toList());
    }

    private static Chunk chunk(SongChunk chunk) {
        return switch (chunk.getChunkCase()) {
            case MADE -> made(chunk.getMade());
            case TAKEN -> taken(chunk.getTaken());
            case CHUNK_NOT_SET -> throw Refused.invalid("composition_plan.chunks", "must each be made or taken.");
        };
    }

    private static Made made(MadeChunk made) {
        return new Made(
                made.getText(),
                Duration.ofMillis(made.getLengthMillis()),
                made.getPositiveStylesList(),
                made.getNegativeStylesList(),
                present(made.getContextAdherence()),
                made.hasLike() ? taken(made.getLike()) : null,
                present(made.getLikeness()));
    }

    private static SongChunk chunk(Chunk chunk) {
        return switch (chunk) {
            case Made made -> SongChunk.newBuilder().setMade(made(made)).build();
            case Taken taken -> SongChunk.newBuilder().setTaken(taken(taken)).build();
        };
    }

    private static MadeChunk made(Made made) {
        var told = MadeChunk.newBuilder()
                .setText(made.text())
                .setLengthMillis((int) made.length().toMillis())
                .addAllPositiveStyles(made.positiveStyles())
                .addAllNegativeStyles(made.negativeStyles());
        if (made.adherence() != null) {
            told.setContextAdherence(made.adherence());
        }
        if (made.like() != null) {
            told.setLike(taken(made.like()));
        }
        if (made.likeness() != null) {
            told.setLikeness(made.likeness());
        }
        return told.build();
    }

    private static Taken taken(SongSource source) {
        return new Taken(source.getSongId(), range(source.getRange()));
    }

    private static SongSource taken(Taken taken) {
        return SongSource.newBuilder()
                .setSongId(taken.song())
                .setRange(range(taken.range()))
                .build();
    }

    private static dev.parley.domain.music.CompositionPlan.TimeRange range(TimeRange range) {
        return new dev.parley.domain.music.CompositionPlan.TimeRange(
                Duration.ofMillis(range.getStartMillis()), Duration.ofMillis(range.getEndMillis()));
    }

    private static TimeRange range(dev.parley.domain.music.CompositionPlan.TimeRange range) {
        return TimeRange.newBuilder()
                .setStartMillis((int) range.start().toMillis())
                .setEndMillis((int) range.end().toMillis())
                .build();
    }

    private static @Nullable String present(String value) {
        return value.isEmpty() ? null : value;
    }
}
