package dev.parley.rest.draft;

import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.DubbingSettings.Part;
import dev.parley.domain.recording.DubbingSettings.Picture;
import dev.parley.domain.recording.DubbingSettings.Sound;
import dev.parley.domain.recording.DubbingSettings.Speakers;
import dev.parley.rest.json.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a dub is asked for by, in the names of ElevenLabs' interface. Defaults that clients send along ask for nothing. */
public final class DubbingFields {

    private static final String AUTO = "auto";
    private static final String AUTOMATIC = "automatic";

    private DubbingFields() {}

    public static DubbingSettings settings(Fields body) {
        String mode = body.text("mode");
        if (mode != null && !mode.equals(AUTOMATIC)) {
            throw body.refused("mode", "must be 'automatic': dubs by a transcript of the caller's are not made here.");
        }
        String source = body.text("source_lang");
        Integer speakers = body.wholeNumber("num_speakers");
        return new DubbingSettings(
                body.requiredText("target_lang"),
                new Speakers(
                        AUTO.equals(source) ? null : source,
                        speakers == null || speakers == 0 ? null : speakers,
                        body.text("target_accent")),
                new Part(seconds(body, "start_time"), seconds(body, "end_time")),
                new Sound(isTrue(body, "drop_background_audio"), isTrue(body, "use_profanity_filter")),
                new Picture(isTrue(body, "watermark"), isTrue(body, "highest_resolution")),
                body.text("name"));
    }

    private static @Nullable Duration seconds(Fields body, String name) {
        Integer seconds = body.wholeNumber(name);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static boolean isTrue(Fields body, String name) {
        return Boolean.TRUE.equals(body.truth(name));
    }
}
