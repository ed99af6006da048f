package dev.parley.domain.recording;

import dev.parley.domain.audio.FileType;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import java.util.Set;

/** What is said in a recording, as JSON in the form of ElevenLabs' {@code SpeechToTextChunkResponseModel}. */
public record TranscriptionRequest(String model, Upload audio, TranscriptionSettings settings, Delivery delivery)
        implements RecordingRequest {

    @Override
    public Kind kind() {
        return Kind.TRANSCRIPTION;
    }

    @Override
    public FileType format() {
        return FileType.JSON;
    }

    @Override
    public Set<RenderOption> asked() {
        return settings.asked();
    }

    @Override
    public TranscriptionRequest only(Set<RenderOption> taken) {
        return new TranscriptionRequest(model, audio, settings.only(taken), delivery);
    }
}
