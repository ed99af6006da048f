package dev.parley.domain.music;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What music is made of. Has been checked against a model's {@link MusicRules}. */
public sealed interface Score {

    /** Code points of all its words. */
    int characters();

    /** The longest that the music may become. */
    Duration longest();

    /**
     * In words.
     *
     * @param length of the music; the model's choice where null
     * @param longest the same, or the longest that the model makes
     */
    record Prompt(String text, @Nullable Duration length, Duration longest) implements Score {

        @Override
        public int characters() {
            return text.codePointCount(0, text.length());
        }
    }

    /** Part by part. */
    record Planned(CompositionPlan plan) implements Score {

        @Override
        public int characters() {
            return plan.characters();
        }

        @Override
        public Duration longest() {
            return plan.length();
        }
    }
}
