package dev.parley.rest.elevenlabs;

import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.recording.RecordingDraft;
import dev.parley.domain.render.Draft;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.sound.SoundDraft;
import dev.parley.domain.voice.VoiceCloneDraft;
import dev.parley.domain.voice.VoiceDesignDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The text as the caller sent it: what timings tell of. Characters are code points, and count through all of it. */
final class Script {

    /**
     * One turn.
     *
     * @param voice as the caller named it
     * @param first index of its first character in the whole text
     */
    record Line(String voice, List<String> characters, int first) {}

    private final List<Line> lines = new ArrayList<>();
    private final boolean dialogue;

    private Script(boolean dialogue) {
        this.dialogue = dialogue;
    }

    static Script of(Draft draft) {
        return switch (draft) {
            case DialogueDraft several -> {
                var script = new Script(true);
                several.turns().forEach(turn -> script.add(turn.voice(), turn.text()));
                yield script;
            }
            case SpeechDraft one -> {
                var script = new Script(false);
                script.add(one.voice(), one.text());
                yield script;
            }
            case MusicDraft _,
                    PlanDraft _,
                    SoundDraft _,
                    RecordingDraft _,
                    VoiceDesignDraft _,
                    VoiceCloneDraft _,
                    SessionDraft _ -> throw new IllegalArgumentException("timings are told of what is spoken");
        };
    }

    Line line(int turn) {
        return lines.get(turn);
    }

    /** Whether answers tell who speaks when: for one voice there is nothing to tell. */
    boolean isDialogue() {
        return dialogue;
    }

    private void add(@Nullable String voice, String text) {
        int first = lines.isEmpty()
                ? 0
                : lines.getLast().first() + lines.getLast().characters().size();
        lines.add(new Line(
                Objects.requireNonNullElse(voice, ""),
                text.codePoints().mapToObj(Character::toString).toList(),
                first));
    }
}
