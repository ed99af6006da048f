package dev.parley.domain.dialogue;

import dev.parley.domain.audio.AudioFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything a provider can be asked to turn into audio: a closed set. */
public sealed interface RenderRequest {

    /** The provider's own name of the model. */
    String model();

    /** Of these, only what the model takes. */
    RenderOptions options();

    Delivery delivery();

    /** One of the formats that the model makes natively. */
    AudioFormat format();

    /** Length of the text in code points, summed over all of it. */
    int characters();

    /** What is asked for of what not every model takes. */
    Set<RenderOption> asked();

    /** The same without what is not among these. */
    RenderRequest only(Set<RenderOption> taken);

    /** Several voices in turn, as one audio. */
    record DialogueRequest(
            String model, Dialogue dialogue, RenderOptions options, Delivery delivery, AudioFormat format)
            implements RenderRequest {

        /** Into a file, with nothing asked for. */
        public DialogueRequest(String model, Dialogue dialogue, AudioFormat format) {
            this(model, dialogue, RenderOptions.NONE, Delivery.WHOLE, format);
        }

        @Override
        public int characters() {
            return dialogue.characters();
        }

        @Override
        public Set<RenderOption> asked() {
            var asked = EnumSet.noneOf(RenderOption.class);
            asked.addAll(options.asked());
            if (dialogue.settings().similarity() != null) {
                asked.add(RenderOption.SIMILARITY);
            }
            if (dialogue.turns().stream().anyMatch(turn -> turn.pause() != null)) {
                asked.add(RenderOption.PAUSE);
            }
            return asked;
        }

        @Override
        public DialogueRequest only(Set<RenderOption> taken) {
            var settings = dialogue.settings();
            var kept = taken.contains(RenderOption.SIMILARITY)
                    ? settings
                    : new DialogueSettings(settings.stability(), settings.language());
            return new DialogueRequest(model, new Dialogue(paused(taken), kept), options.only(taken), delivery, format);
        }

        private List<Turn> paused(Set<RenderOption> taken) {
            return taken.contains(RenderOption.PAUSE)
                    ? dialogue.turns()
                    : dialogue.turns().stream()
                            .map(turn -> new Turn(turn.text(), turn.voice()))
                            .toList();
        }
    }

    /** One voice. A rendering of speech has the single turn 0. */
    record SpeechRequest(
            String model,
            Turn turn,
            SpeechSettings settings,
            RenderOptions options,
            Delivery delivery,
            AudioFormat format)
            implements RenderRequest {

        /** Into a file, with nothing asked for but the settings. */
        public SpeechRequest(String model, Turn turn, SpeechSettings settings, AudioFormat format) {
            this(model, turn, settings, RenderOptions.NONE, Delivery.WHOLE, format);
        }

        @Override
        public int characters() {
            return turn.characters();
        }

        @Override
        public Set<RenderOption> asked() {
            var asked = EnumSet.noneOf(RenderOption.class);
            asked.addAll(options.asked());
            asked.addAll(settings.asked());
            return asked;
        }

        @Override
        public SpeechRequest only(Set<RenderOption> taken) {
            return new SpeechRequest(model, turn, settings.only(taken), options.only(taken), delivery, format);
        }
    }
}
