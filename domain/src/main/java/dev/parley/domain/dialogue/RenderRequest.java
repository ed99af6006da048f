package dev.parley.domain.dialogue;

import dev.parley.domain.audio.AudioFormat;

/** Everything a provider can be asked to turn into audio: a closed set. */
public sealed interface RenderRequest {

    /** The provider's own name of the model. */
    String model();

    /** One of the formats that the model makes natively. */
    AudioFormat format();

    /** Length of the text in code points, summed over all of it. */
    int characters();

    /** Several voices in turn, as one audio. */
    record DialogueRequest(String model, Dialogue dialogue, AudioFormat format) implements RenderRequest {
        @Override
        public int characters() {
            return dialogue.characters();
        }
    }

    /** One voice. A rendering of speech has the single turn 0. */
    record SpeechRequest(String model, Turn turn, SpeechSettings settings, AudioFormat format)
            implements RenderRequest {
        @Override
        public int characters() {
            return turn.characters();
        }
    }
}
