package dev.parley.domain.dialogue;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.util.List;
import java.util.Set;

/** Text that is spoken. */
public sealed interface SpokenRequest extends RenderRequest permits DialogueRequest, SpeechRequest {

    /** Of these, only what the model takes. */
    RenderOptions options();

    /** What is said, in order. */
    List<Turn> turns();

    LanguageCode language();

    @Override
    AudioFormat format();

    @Override
    SpokenRequest only(Set<RenderOption> taken);

    @Override
    default int characters() {
        return turns().stream().mapToInt(Turn::characters).sum();
    }
}
