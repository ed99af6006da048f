package dev.parley.domain.dialogue;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One voice. A rendering of speech has the single turn 0. */
public record SpeechRequest(
        String model, Turn turn, SpeechSettings settings, RenderOptions options, Delivery delivery, AudioFormat format)
        implements SpokenRequest {

    /** Into a file, with nothing asked for but the settings. */
    public SpeechRequest(String model, Turn turn, SpeechSettings settings, AudioFormat format) {
        this(model, turn, settings, RenderOptions.NONE, Delivery.WHOLE, format);
    }

    @Override
    public Kind kind() {
        return Kind.SPEECH;
    }

    @Override
    public List<Turn> turns() {
        return List.of(turn);
    }

    @Override
    public LanguageCode language() {
        return settings.language();
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
