package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Speaks in tones: a pitch for each voice, and the same time for each character. */
final class ToneProvider implements VoiceProvider {

    static final Model TIMED = model("tone", AudioFormat.PCM_16000, true);
    static final Model PLAIN = model("tone-plain", AudioFormat.PCM_24000, false);

    private static final List<Voice> VOICES = List.of(
            new Voice("tone-low", "Low", Set.of("Bass"), "A low tone"),
            new Voice("tone-high", "High", Set.of("Soprano"), "A high tone"));

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(TIMED, PLAIN));
    }

    @Override
    public List<Voice> voices() {
        return VOICES;
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!InstantSource.system().instant().isBefore(attempt.deadline())) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        boolean timings = request.model().equals(TIMED.name());
        return new ToneStream(turns(request), ((SpokenRequest) request).format().sampleRateHz(), timings);
    }

    @Override
    public void close() {}

    private static List<Turn> turns(RenderRequest request) {
        return ((SpokenRequest) request).turns();
    }

    private static Model model(String name, AudioFormat format, boolean timings) {
        return new Model(
                name,
                "Tones",
                Set.of(Kind.DIALOGUE, Kind.SPEECH),
                Set.of(),
                DialogueRules.DEFAULT,
                Set.of(format),
                Set.of(LanguageCode.AUTO),
                timings);
    }
}
