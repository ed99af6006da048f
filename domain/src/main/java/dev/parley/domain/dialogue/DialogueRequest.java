package dev.parley.domain.dialogue;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Several voices in turn, as one audio. */
public record DialogueRequest(
        String model, Dialogue dialogue, RenderOptions options, Delivery delivery, AudioFormat format)
        implements SpokenRequest {

    /** Into a file, with nothing asked for. */
    public DialogueRequest(String model, Dialogue dialogue, AudioFormat format) {
        this(model, dialogue, RenderOptions.NONE, Delivery.WHOLE, format);
    }

    @Override
    public Kind kind() {
        return Kind.DIALOGUE;
    }

    @Override
    public List<Turn> turns() {
        return dialogue.turns();
    }

    @Override
    public LanguageCode language() {
        return dialogue.settings().language();
    }

    @Override
    public Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        asked.addAll(options.asked());
        if (dialogue.settings().similarity() != null) {
            asked.add(RenderOption.SIMILARITY);
        }
        if (turns().stream().anyMatch(turn -> turn.pause() != null)) {
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
                ? turns()
                : turns().stream()
                        .map(turn -> new Turn(turn.text(), turn.voice()))
                        .toList();
    }
}
