package dev.parley.domain.dialogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Turns that are spoken in order as one audio. Has been checked against a model's {@link DialogueRules}. */
public record Dialogue(List<Turn> turns, DialogueSettings settings) {
    public Dialogue {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a dialogue has at least one turn");
        }
    }

    /** Sum over the turns, in code points. */
    public int characters() {
        return turns.stream().mapToInt(Turn::characters).sum();
    }

    /** The distinct voices in order of first appearance. */
    public SequencedSet<VoiceRef> voices() {
        SequencedSet<VoiceRef> voices = new LinkedHashSet<>();
        turns.forEach(turn -> voices.add(turn.voice()));
        return voices;
    }
}
