package dev.parley.domain.render;

import dev.parley.domain.audio.Media;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.recording.RecordingRequest;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesignRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Everything that a provider can be asked for: a closed set. */
public sealed interface RenderRequest
        permits SpokenRequest,
                MusicRequest,
                PlanRequest,
                SoundRequest,
                RecordingRequest,
                VoiceDesignRequest,
                VoiceCloneRequest,
                SessionRequest {

    Kind kind();

    /** The provider's own name of the model. */
    String model();

    Delivery delivery();

    /** What it is asked to make: of audio, one of the formats that the model makes natively. */
    Media format();

    /** Length of the text, or of the prompt, in code points, summed over all of it; 0 where there is none. */
    int characters();

    /** What is asked for of what not every model takes. */
    Set<RenderOption> asked();

    /** The same without what is not among these. */
    RenderRequest only(Set<RenderOption> taken);

    /** Audio that the caller brings with it. */
    default List<Upload> uploads() {
        return List.of();
    }

    /** The longest audio that may be made of it; zero where its price cannot depend on that. */
    default Duration longest() {
        return Duration.ZERO;
    }

    /** How much it is worth at most, before anything is rendered. */
    default long units(PriceUnit unit) {
        return switch (unit) {
            case CHARACTER, PROMPT_CHARACTER -> characters();
            case SECOND_IN -> seconds(uploads().stream().map(Upload::length).reduce(Duration.ZERO, Duration::plus));
            case SECOND_OUT -> seconds(longest());
            case REQUEST -> 1;
        };
    }

    /** Those that have begun. */
    static long seconds(Duration length) {
        return Math.ceilDiv(length.toMillis(), 1000L);
    }
}
