package dev.parley.domain.music;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** A piece of music. A rendering that nobody listens to tells {@link Song}. */
public record MusicRequest(String model, Score score, MusicOptions options, Delivery delivery, AudioFormat format)
        implements RenderRequest {

    @Override
    public Kind kind() {
        return Kind.MUSIC;
    }

    @Override
    public int characters() {
        return score.characters();
    }

    @Override
    public Duration longest() {
        return score.longest();
    }

    @Override
    public Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        asked.addAll(options.asked());
        if (score instanceof Score.Planned(var plan) && !plan.songs().isEmpty()) {
            asked.add(RenderOption.SONG_SOURCE);
        }
        return asked;
    }

    @Override
    public MusicRequest only(Set<RenderOption> taken) {
        return new MusicRequest(model, score, options.only(taken), delivery, format);
    }
}
