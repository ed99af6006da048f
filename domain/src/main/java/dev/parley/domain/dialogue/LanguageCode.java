package dev.parley.domain.dialogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** A language that dialogue models speak: ISO 639-1, or 639-3 where that has no two-letter code; or {@link #AUTO}. */
public record LanguageCode(String code) {

    /** The provider detects the language. */
    public static final LanguageCode AUTO = new LanguageCode("auto");

    /** The 74 languages of Eleven v3. */
    private static final SequencedSet<String> SPOKEN =
            Collections.unmodifiableSequencedSet(new LinkedHashSet<>(Arrays.asList(
                    ("af ar hy as az be bn bs bg ca ceb ny hr cs da nl en et fil fi fr gl ka de el gu ha he hi hu is"
                        + " id ga it ja jv kn kk ky ko lv ln lt lb mk ms ml zh mr ne no ps fa pl pt pa ro ru sr sd sk"
                        + " sl so es sw sv ta te th tr uk ur vi cy")
                            .split(" "))));

    /** The language of this exact, lower-case code. */
    public static Optional<LanguageCode> parse(String code) {
        if (code.equals(AUTO.code)) {
            return Optional.of(AUTO);
        }
        return SPOKEN.contains(code) ? Optional.of(new LanguageCode(code)) : Optional.empty();
    }

    /** All codes but {@code auto}, in the order of the published list. */
    public static SequencedSet<String> spoken() {
        return SPOKEN;
    }

    @Override
    public String toString() {
        return code;
    }
}
