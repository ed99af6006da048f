package dev.parley.rest.draft;

import dev.parley.domain.recording.Upload;
import dev.parley.domain.voice.VoiceCloneDraft;
import dev.parley.domain.voice.VoiceDesign;
import dev.parley.domain.voice.VoiceDesignDraft;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.rest.json.Fields;
import dev.parley.rest.json.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What voices are asked for by, and described by. */
public final class VoiceFields {

    private static final String LABELS = "labels";

    private VoiceFields() {}

    /** @param warnings where what is of no use here is noted */
    public static VoiceDesignDraft design(Fields body, List<String> warnings) {
        if (body.isPresent("reference_audio_base64")) {
            throw body.refused(
                    "reference_audio_base64", "is not taken here: clone a voice of recordings by POST /v1/voices/add.");
        }
        if (body.isPresent("prompt_strength")) {
            warnings.add("'prompt_strength' goes with a reference audio, which is not taken here: it was left out.");
        }
        boolean written = Boolean.TRUE.equals(body.truth("auto_generate_text"));
        String text = body.text("text");
        Boolean streamed = body.truth("stream_previews");
        Boolean returned = body.truth("return_previews");
        return new VoiceDesignDraft(new VoiceDesign(
                body.requiredText("voice_description"),
                written && (text == null || text.isEmpty()) ? null : text,
                body.number("loudness"),
                body.number("quality"),
                body.number("guidance_scale"),
                body.longNumber("seed"),
                Boolean.TRUE.equals(body.truth("should_enhance")),
                streamed == null ? !Boolean.FALSE.equals(returned) : !streamed));
    }

    public static VoiceCloneDraft clone(Fields body, List<Upload> samples) {
        var profile = new VoiceProfile(
                body.requiredText("name"),
                Objects.requireNonNullElse(body.text("description"), ""),
                Objects.requireNonNullElse(labels(body), Map.of()));
        return new VoiceCloneDraft(profile, samples, Boolean.TRUE.equals(body.truth("remove_background_noise")));
    }

    /** Where callers send recordings of a voice; the second as some clients write lists. */
    public static String[] samples() {
        return new String[] {"files", "files[]"};
    }

    /** Null where there are none. */
    public static @Nullable Map<String, String> labels(Fields body) {
        JsonFields labels = body.object(LABELS);
        if (labels == null) {
            return null;
        }
        Map<String, String> all = new LinkedHashMap<>();
        labels.names().forEach(label -> all.put(label, labels.requiredText(label)));
        return all;
    }
}
