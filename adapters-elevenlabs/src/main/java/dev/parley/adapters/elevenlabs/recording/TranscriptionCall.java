package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.wire.Answer;
import dev.parley.adapters.elevenlabs.wire.Call;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.adapters.elevenlabs.wire.WholeJson;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.ports.provider.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** What is said in a recording. The upstream answers when it has heard all of it. */
public record TranscriptionCall(TranscriptionRequest request, Payload payload) implements Call {

    /** Of one transcript, or of one for each channel. */
    static final List<Set<String>> SHAPES =
            List.of(Set.of("language_code", "language_probability", "text", "words"), Set.of("transcripts"));

    /** @param uploads where the recording is read, once for each sending */
    public static TranscriptionCall of(TranscriptionRequest request, Uploads uploads) {
        var form = new Form("file", request.audio(), uploads).put("model_id", request.model());
        TranscriptionFields.put(form, request.settings());
        return new TranscriptionCall(request, form.putFileFormat());
    }

    @Override
    public String target() {
        return "/v1/speech-to-text";
    }

    @Override
    public boolean answeredInJson() {
        return true;
    }

    @Override
    public Content content(Answer answer, InputStream body) throws IOException {
        return new WholeJson(body, SHAPES);
    }
}
