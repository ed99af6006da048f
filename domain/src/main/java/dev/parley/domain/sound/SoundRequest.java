package dev.parley.domain.sound;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** A sound effect. */
public record SoundRequest(String model, Sound sound, Delivery delivery, AudioFormat format) implements RenderRequest {

    @Override
    public Kind kind() {
        return Kind.SOUND;
    }

    @Override
    public int characters() {
        return sound.text().codePointCount(0, sound.text().length());
    }

    @Override
    public Duration longest() {
        return sound.longest();
    }

    @Override
    public Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        if (sound.loop()) {
            asked.add(RenderOption.LOOP);
        }
        if (sound.influence() != null) {
            asked.add(RenderOption.PROMPT_INFLUENCE);
        }
        return asked;
    }

    @Override
    public SoundRequest only(Set<RenderOption> taken) {
        var kept = new Sound(
                sound.text(),
                sound.loop() && taken.contains(RenderOption.LOOP),
                sound.length(),
                sound.longest(),
                taken.contains(RenderOption.PROMPT_INFLUENCE) ? sound.influence() : null);
        return new SoundRequest(model, kept, delivery, format);
    }
}
