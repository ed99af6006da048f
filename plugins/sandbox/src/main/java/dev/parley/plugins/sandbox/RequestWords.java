package dev.parley.plugins.sandbox;

import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.sound.SoundRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a request says in words. */
final class RequestWords {

    private RequestWords() {}

    static String of(RenderRequest request) {
        return switch (request) {
            case SpokenRequest spoken -> spoken.turns().stream().map(Turn::text).collect(Collectors.joining("\n"));
            case MusicRequest music -> of(music.score());
            case PlanRequest plan -> plan.prompt();
            case SoundRequest sound -> sound.sound().text();
            case TranscriptionRequest transcription ->
                String.join("\n", transcription.settings().keyterms());
            case DubbingRequest dub -> Objects.requireNonNullElse(dub.settings().name(), "");
            case VoiceChangeRequest _, StemsRequest _, SessionRequest _ -> "";
        };
    }

    /** Of each part of a plan, in order. */
    static List<String> parts(CompositionPlan plan) {
        return switch (plan) {
            case Sections sections ->
                sections.sections().stream().map(RequestWords::of).toList();
            case Chunks chunks -> chunks.chunks().stream().map(RequestWords::of).toList();
        };
    }

    private static String of(Score score) {
        return switch (score) {
            case Score.Prompt prompt -> prompt.text();
            case Score.Planned(Sections sections) ->
                String.join("\n", sections.positiveStyles())
                        + String.join("\n", sections.negativeStyles())
                        + String.join("\n", parts(sections));
            case Score.Planned(Chunks chunks) -> String.join("\n", parts(chunks));
        };
    }

    private static String of(Section section) {
        var source = section.source();
        return Stream.of(
                        List.of(section.name(), source == null ? "" : source.song() + source.range()),
                        section.positiveStyles(),
                        section.negativeStyles(),
                        section.lines())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String of(Chunk chunk) {
        return switch (chunk) {
            case Chunk.Made made -> made.words().collect(Collectors.joining("\n"));
            case Chunk.Taken(var song, var range) -> song + range;
        };
    }
}
