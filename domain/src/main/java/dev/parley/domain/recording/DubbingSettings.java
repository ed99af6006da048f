package dev.parley.domain.recording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is dubbed.
 *
 * @param target language that is spoken in it afterwards, ISO 639-1 or 639-3
 * @param part what is dubbed; all of it where nothing else is said
 * @param sound what is heard beside the words
 * @param picture what becomes of a film
 * @param name that the caller has for it
 */
public record DubbingSettings(
        String target,
        Speakers speakers,
        Part part,
        Sound sound,
        Picture picture,
        @Nullable String name) {

    /** All of the recording, with everything as usual. */
    public static DubbingSettings into(String target) {
        return new DubbingSettings(target, Speakers.ANY, Part.ALL, Sound.USUAL, Picture.USUAL, null);
    }

    /**
     * Who speaks.
     *
     * @param language that they speak; found out where null
     * @param count of them; found out where null
     * @param accent that their voices shall have
     */
    public record Speakers(
            @Nullable String language,
            @Nullable Integer count,
            @Nullable String accent) {

        /** Nobody has said. */
        public static final Speakers ANY = new Speakers(null, null, null);
    }

    /**
     * From when to when.
     *
     * @param start from the beginning where null
     * @param end to the end where null
     */
    public record Part(@Nullable Duration start, @Nullable Duration end) {

        public static final Part ALL = new Part(null, null);

        /** How much of a recording of this length it is. */
        public Duration of(Duration length) {
            var from = start == null ? Duration.ZERO : start;
            var to = end == null || end.compareTo(length) > 0 ? length : end;
            return to.minus(from);
        }
    }

    /**
     * What is heard.
     *
     * @param withoutBackground whether nothing but the voices is kept
     * @param withoutProfanity whether profanities are taken out
     */
    public record Sound(boolean withoutBackground, boolean withoutProfanity) {

        public static final Sound USUAL = new Sound(false, false);
    }

    /**
     * What is seen.
     *
     * @param watermark whether the film says that it was dubbed
     * @param highestResolution whether it stays as fine as it is
     */
    public record Picture(boolean watermark, boolean highestResolution) {

        public static final Picture USUAL = new Picture(false, false);
    }
}
