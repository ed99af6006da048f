package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.ports.provider.Uploads;
import java.io.InputStream;

/** What a recording is mixed of. The upstream has one model for it, and no name for that. */
public record StemsCall(StemsRequest request, Payload payload) implements Call {

    /** @param uploads where the recording is read, once for each sending */
    public static StemsCall of(StemsRequest request, Uploads uploads) {
        return new StemsCall(
                request, new Form("file", request.audio(), uploads).put("stem_variation_id", request.variation()));
    }

    @Override
    public String target() {
        return "/v1/music/stem-separation?output_format=" + request.stemFormat();
    }

    @Override
    public Content content(Answer answer, InputStream body) {
        return new WholeZip(body);
    }
}
