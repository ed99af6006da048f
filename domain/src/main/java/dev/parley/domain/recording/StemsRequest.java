package dev.parley.domain.recording;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import java.util.Set;

/**
 * What a recording is mixed of, as a ZIP archive with a file for each stem.
 *
 * @param stemFormat of the files in it: one that the model makes
 */
public record StemsRequest(
        String model, Upload audio, StemVariation variation, AudioFormat stemFormat, Delivery delivery)
        implements RecordingRequest {

    @Override
    public Kind kind() {
        return Kind.STEMS;
    }

    @Override
    public FileType format() {
        return FileType.ZIP;
    }

    @Override
    public Set<RenderOption> asked() {
        return Set.of();
    }

    @Override
    public StemsRequest only(Set<RenderOption> taken) {
        return this;
    }
}
