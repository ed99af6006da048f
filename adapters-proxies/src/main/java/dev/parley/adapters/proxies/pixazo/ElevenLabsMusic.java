package dev.parley.adapters.proxies.pixazo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.proxies.job.Dialogues;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.MusicRules.PlanForm;
import dev.parley.domain.music.Score.Prompt;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Model;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Music by a prompt. There is no field for its length, but words in the prompt are kept to, as its document says. */
final class ElevenLabsMusic implements PixazoModel {

    private static final String NAME = "elevenlabs-music-api-368";

    /**
     * Of its nineteen those that say what they are. The rest are bare samples, which no one can tell from a page that a host shows
     * instead.
     */
    private static final Set<AudioFormat> FORMATS = EnumSet.of(
            AudioFormat.MP3_22050_32,
            AudioFormat.MP3_44100_32,
            AudioFormat.MP3_44100_64,
            AudioFormat.MP3_44100_96,
            AudioFormat.MP3_44100_128,
            AudioFormat.MP3_44100_192,
            AudioFormat.OPUS_48000_32,
            AudioFormat.OPUS_48000_64,
            AudioFormat.OPUS_48000_96,
            AudioFormat.OPUS_48000_128,
            AudioFormat.OPUS_48000_192);

    /** No limit is told, so these are the limits of the model that it sells. */
    private static final Model MODEL = new Model(
            NAME,
            "Music by a prompt, through pixazo",
            Set.of(NAME),
            new MusicRules(
                    MusicRules.SECTIONS.charactersMax(),
                    MusicRules.SECTIONS.shortest(),
                    MusicRules.SECTIONS.longest(),
                    PlanForm.NONE),
            FORMATS,
            Set.of(RenderOption.SECTION_DURATIONS));

    @Override
    public Model model() {
        return MODEL;
    }

    @Override
    public String path() {
        return "/" + NAME + "/v1/elevenlabs-music-api-request";
    }

    @Override
    public ObjectNode body(RenderRequest request) {
        if (!(request instanceof MusicRequest music) || !(music.score() instanceof Prompt prompt)) {
            throw new IllegalArgumentException("this model makes music of prompts");
        }
        Boolean durations = music.options().sectionDurations();
        return Dialogues.object()
                .put("prompt", worded(prompt))
                .put("respect_sections_durations", durations == null || durations)
                .put("output_format", music.format().toString());
    }

    private static String worded(Prompt prompt) {
        var length = prompt.length();
        return length == null ? prompt.text() : prompt.text() + "\nDuration: " + seconds(length) + " seconds.";
    }

    /** As 45 or 7.5. */
    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
