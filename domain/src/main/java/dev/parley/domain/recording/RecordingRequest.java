package dev.parley.domain.recording;

import dev.parley.domain.render.RenderRequest;
import java.util.List;

/** Work on a recording that the caller brings. */
public sealed interface RecordingRequest extends RenderRequest
        permits VoiceChangeRequest, StemsRequest, DubbingRequest, TranscriptionRequest {

    Upload audio();

    @Override
    default int characters() {
        return 0;
    }

    @Override
    default List<Upload> uploads() {
        return List.of(audio());
    }
}
