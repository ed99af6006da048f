package dev.parley.plugins.localvoice;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.dialogue.RenderRequest.DialogueRequest;
import dev.parley.domain.dialogue.RenderRequest.SpeechRequest;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.dialogue.Turn;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Resampler;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Speaks with FreeTTS, in as many voices as there are {@link Presets}. */
final class LocalVoiceProvider implements VoiceProvider {

    static final Model MODEL = new Model(
            "local-dialogue-v1",
            "The built-in voice: plain English speech, no key and no network.",
            Set.of(Model.Kind.DIALOGUE, Model.Kind.SPEECH),
            Set.of("elevenlabs-text-to-dialogue-v3"),
            new DialogueRules(10, 5000, StabilityRule.RANGE),
            Set.of(AudioFormat.PCM_16000),
            Set.of(new LanguageCode("en")),
            true);

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(MODEL));

    private final EnginePool engines;
    private final SentenceSpeaker speaker;
    private final InstantSource clock;

    LocalVoiceProvider(EnginePool engines, Resampler resampler, InstantSource clock) {
        this.engines = engines;
        this.speaker = new SentenceSpeaker(resampler);
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<Voice> voices() {
        return Presets.VOICES;
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        var known = VoiceProvider.super.findVoice(name);
        return known.isPresent() ? known : Presets.standIn(name).map(preset -> new VoiceMatch(preset.voice(), true));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!request.model().equals(MODEL.name()) || !MODEL.formats().contains(request.format())) {
            throw rejected("The local voice has no model '" + request.model() + "' that makes " + request.format()
                    + "; it has '" + MODEL.name() + "', which makes " + AudioFormat.PCM_16000 + ".");
        }
        var stream =
                new SpokenStream(new Script(lines(request)), speaker, new Studio(engines, clock, attempt.deadline()));
        stream.begin();
        return stream;
    }

    @Override
    public void close() {
        engines.close();
    }

    private static List<Line> lines(RenderRequest request) throws ProviderException {
        return switch (request) {
            case DialogueRequest(var _, var dialogue, var _) ->
                lines(dialogue.turns(), dialogue.settings().stability(), 1);
            case SpeechRequest(var _, var turn, var settings, var _) ->
                lines(List.of(turn), settings.stability(), settings.speed());
        };
    }

    private static List<Line> lines(List<Turn> turns, double stability, double speed) throws ProviderException {
        List<Line> lines = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            var preset = Presets.find(turn.voice().voice())
                    .orElseThrow(() -> rejected(
                            "The local voice has no voice '" + turn.voice().voice() + "'."));
            lines.add(new Line(lines.size(), turn.text(), preset.sound().spoken(stability, speed)));
        }
        return lines;
    }

    private static ProviderException rejected(String message) {
        return new ProviderException(new Failure.Rejected(message));
    }
}
