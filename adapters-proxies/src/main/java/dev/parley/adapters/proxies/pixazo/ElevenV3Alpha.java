package dev.parley.adapters.proxies.pixazo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.proxies.job.Dialogues;
import dev.parley.adapters.proxies.job.Languages;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Model;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Speech in one voice, by preset names only. */
final class ElevenV3Alpha implements PixazoModel {

    private static final String NAME = "eleven-v3-alpha-954";
    private static final double SPEED_MIN = 0.5;
    private static final double SPEED_MAX = 2;

    /** It makes WAV at a rate of its own; its documents tell no limit of length, so it is that of the model it sells. */
    private static final Model MODEL = new Model(
            NAME,
            "Expressive speech in one voice by Eleven v3, through pixazo",
            Set.of(Kind.SPEECH),
            Set.of(NAME, "eleven_v3", "elevenlabs-v3", "elevenlabs-text-to-dialogue-v3"),
            new DialogueRules(10, 5000, StabilityRule.RANGE),
            Set.of(AudioFormat.PCM_44100, AudioFormat.MP3_44100_128),
            Languages.OF_V3,
            false,
            Set.of(RenderOption.SIMILARITY, RenderOption.SPEED));

    @Override
    public Model model() {
        return MODEL;
    }

    @Override
    public String path() {
        return "/" + NAME + "/v1/eleven-v3-alpha-request";
    }

    @Override
    public ObjectNode body(RenderRequest request) {
        if (!(request instanceof SpeechRequest speech)) {
            throw new IllegalArgumentException("this model has one voice");
        }
        SpeechSettings settings = speech.settings();
        var body = Dialogues.object()
                .put("text", speech.turn().text())
                .put("voice", speech.turn().voice().voice());
        put(body, "stability", settings.stability());
        put(body, "similarity_boost", settings.similarity());
        Double speed = settings.speed();
        put(body, "speed", speed == null ? null : Double.valueOf(Math.clamp(speed, SPEED_MIN, SPEED_MAX)));
        return body;
    }

    private static void put(ObjectNode into, String field, @Nullable Double value) {
        if (value != null) {
            into.put(field, value);
        }
    }
}
