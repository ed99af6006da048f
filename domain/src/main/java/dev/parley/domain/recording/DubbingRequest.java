package dev.parley.domain.recording;

import dev.parley.domain.audio.Media;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.util.Set;

/**
 * A recording in another language. Whoever dubs takes all of the settings.
 *
 * @param format audio, or of a film {@link dev.parley.domain.audio.FileType#MP4}
 */
public record DubbingRequest(String model, Upload audio, DubbingSettings settings, Delivery delivery, Media format)
        implements RecordingRequest {

    @Override
    public Kind kind() {
        return Kind.DUBBING;
    }

    @Override
    public Set<RenderOption> asked() {
        return Set.of();
    }

    @Override
    public DubbingRequest only(Set<RenderOption> taken) {
        return this;
    }

    /** Of the part that is dubbed. */
    @Override
    public long units(PriceUnit unit) {
        return unit == PriceUnit.SECOND_IN
                ? RenderRequest.seconds(settings.part().of(audio.length()))
                : RecordingRequest.super.units(unit);
    }
}
