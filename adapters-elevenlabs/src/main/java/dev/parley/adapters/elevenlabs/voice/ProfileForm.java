package dev.parley.adapters.elevenlabs.voice;

import dev.parley.adapters.elevenlabs.recording.Form;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.voice.VoiceProfile;
import java.nio.charset.StandardCharsets;

/** How a voice is described in a form. */
public final class ProfileForm {

    private ProfileForm() {}

    /** An empty description is sent, too: it takes back what was said before. */
    public static Form put(Form form, VoiceProfile profile) {
        var labels = Json.object();
        profile.labels().forEach(labels::put);
        return form.put("name", profile.name())
                .put("description", profile.description())
                .put("labels", new String(Json.write(labels), StandardCharsets.UTF_8));
    }
}
