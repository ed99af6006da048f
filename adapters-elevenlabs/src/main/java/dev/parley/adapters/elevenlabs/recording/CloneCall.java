package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.voice.CloneContent;
import dev.parley.adapters.elevenlabs.voice.ProfileForm;
import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.ports.provider.Uploads;
import java.io.InputStream;

/** A voice like the one in recordings. The upstream has one model for it, and no name for that. */
public record CloneCall(VoiceCloneRequest request, Payload payload) implements Call {

    /** @param uploads where the recordings are read, once for each sending */
    public static CloneCall of(VoiceCloneRequest request, Uploads uploads) {
        var form = ProfileForm.put(new Form("files", request.samples(), uploads), request.profile());
        if (request.withoutNoise()) {
            form.put("remove_background_noise", true);
        }
        return new CloneCall(request, form);
    }

    @Override
    public String target() {
        return "/v1/voices/add";
    }

    @Override
    public boolean answeredInJson() {
        return true;
    }

    @Override
    public Content content(Answer answer, InputStream body) {
        return new CloneContent(body);
    }
}
