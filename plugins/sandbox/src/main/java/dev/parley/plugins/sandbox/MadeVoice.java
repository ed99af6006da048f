package dev.parley.plugins.sandbox;

import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.Voice;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A voice that was made here. Its id says all there is to know of it: the sandbox itself remembers none.
 *
 * @param preset place of the built-in voice that speaks for it
 * @param unique 10 hexadecimal digits
 */
record MadeVoice(Stage stage, int preset, String unique) {

    private static final String BEFORE = "Sandbox";
    private static final Pattern ID = Pattern.compile(BEFORE + "([PVC])(\\d\\d)([0-9a-f]{10})");

    /** Presets have two digits. */
    static final int PRESETS_MAX = 100;

    enum Stage {
        PREVIEW('P', "preview"),
        SAVED('V', "generated"),
        CLONED('C', "cloned");

        private final char letter;
        private final String category;

        Stage(char letter, String category) {
            this.letter = letter;
            this.category = category;
        }

        private static Stage of(char letter) {
            return letter == PREVIEW.letter ? PREVIEW : letter == SAVED.letter ? SAVED : CLONED;
        }
    }

    /** @param words that nobody else says, so that the id is nobody else's */
    static MadeVoice of(Stage stage, int preset, String words) {
        String digits = Fingerprint.id(words);
        return new MadeVoice(stage, preset, digits.substring(digits.length() - 10));
    }

    static Optional<MadeVoice> parse(String id) {
        var found = ID.matcher(id);
        return found.matches()
                ? Optional.of(new MadeVoice(
                        Stage.of(found.group(1).charAt(0)), Integer.parseInt(found.group(2)), found.group(3)))
                : Optional.empty();
    }

    String id() {
        return "%s%c%02d%s".formatted(BEFORE, stage.letter, preset, unique);
    }

    /** What a preview becomes. */
    MadeVoice saved() {
        return new MadeVoice(Stage.SAVED, preset, unique);
    }

    Voice voice(VoiceProfile profile) {
        return new Voice(id(), profile.name(), Set.of(), profile.description(), stage.category, profile.labels(), null);
    }

    /** As far as its id tells. */
    Voice voice() {
        return voice(new VoiceProfile(id(), "A voice that was made in the sandbox", Map.of()));
    }
}
