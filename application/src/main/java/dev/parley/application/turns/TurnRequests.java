package dev.parley.application.turns;

import dev.parley.application.submit.SourceFormat;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Delivery;
import dev.parley.ports.provider.Model;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dialogue as one speech for each turn. What surrounds the dialogue surrounds its first and its last turn; turns are not told
 * of each other, since a neighbour's words are another voice's.
 *
 * @param model that speaks them
 */
record TurnRequests(DialogueRequest dialogue, Model model) {

    int count() {
        return turns().size();
    }

    Turn turn(int index) {
        return turns().get(index);
    }

    List<SpeechRequest> all() {
        return IntStream.range(0, count()).mapToObj(this::speech).toList();
    }

    SpeechRequest speech(int index) {
        var settings = dialogue.dialogue().settings();
        return new SpeechRequest(
                dialogue.model(),
                new Turn(turn(index).text(), turn(index).voice()),
                new SpeechSettings(settings.stability(), settings.similarity(), null, null, null, settings.language()),
                options(index),
                new Delivery(dialogue.delivery().streamed(), dialogue.delivery().timings() && model.timings()),
                source());
    }

    /** What the provider makes that samples at the dialogue's rate are best made of. */
    AudioFormat source() {
        return SourceFormat.choose(model.formats(), samples());
    }

    /** Bare samples at the dialogue's rate: every rate has them. */
    AudioFormat samples() {
        return AudioFormat.parse("pcm_" + dialogue.format().sampleRateHz()).orElseThrow();
    }

    private RenderOptions options(int index) {
        var around = dialogue.options().surroundings();
        boolean first = index == 0;
        boolean last = index == count() - 1;
        return dialogue.options()
                .in(new Surroundings(
                        first ? around.previousText() : null,
                        last ? around.nextText() : null,
                        first ? around.previousRequests() : List.of(),
                        last ? around.nextRequests() : List.of()));
    }

    private List<Turn> turns() {
        return dialogue.dialogue().turns();
    }
}
