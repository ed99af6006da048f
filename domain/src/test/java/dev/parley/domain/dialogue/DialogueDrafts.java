package dev.parley.domain.dialogue;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.DialogueRules.VoiceFinder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Drafts as callers send them, and the voices that they can name. */
final class DialogueDrafts {

    /** Knows every name but {@code nobody}; the alias {@code also-v0} is the voice {@code v0}; picks where none is named. */
    static final VoiceFinder VOICES = (_, name) -> switch (name) {
        case null -> Optional.of(new VoiceRef("local", "chosen"));
        case "nobody" -> Optional.empty();
        case "also-v0" -> Optional.of(new VoiceRef("local", "v0"));
        default -> Optional.of(new VoiceRef("local", name));
    };

    private DialogueDrafts() {}

    /** One turn for each text, all by one voice. */
    static DialogueDraft saying(String... texts) {
        return draft(Arrays.stream(texts).map(text -> new DraftTurn(text, "v0")).toList());
    }

    /** One short turn for each voice. */
    static DialogueDraft spokenBy(String... voices) {
        return draft(
                Arrays.stream(voices).map(voice -> new DraftTurn("Hi", voice)).toList());
    }

    static DialogueDraft spokenByDistinct(int voices) {
        return spokenBy(IntStream.range(0, voices).mapToObj(i -> "v" + i).toArray(String[]::new));
    }

    /** One turn for each pause. */
    static DialogueDraft pausing(int... seconds) {
        return draft(Arrays.stream(seconds)
                .mapToObj(pause -> new DraftTurn("Hi", "v0", Duration.ofSeconds(pause)))
                .toList());
    }

    private static DialogueDraft draft(List<DraftTurn> turns) {
        return new DialogueDraft(turns, null, null);
    }
}
