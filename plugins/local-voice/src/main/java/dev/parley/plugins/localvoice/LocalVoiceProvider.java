package dev.parley.plugins.localvoice;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
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
import org.jspecify.annotations.Nullable;

/** Speaks with FreeTTS, in as many voices as there are {@link Presets}. */
final class LocalVoiceProvider implements VoiceProvider {

    /** Speaks dialogues, within the limits of seeds/000. */
    static final Model DIALOGUE = model(
            "local-dialogue-v1",
            "The built-in voice: plain English speech, no key and no network.",
            Set.of("elevenlabs-text-to-dialogue-v3", "elevenlabs-v3", "eleven-v3-alpha-954", "eleven_v3"),
            5000);

    /** The same voices for longer texts, as other models take them. */
    static final Model SPEECH = model(
            "local-speech-v1",
            "The built-in voice for long texts: plain English speech, no key and no network.",
            Set.of(
                    "eleven_multilingual_v2",
                    "eleven_multilingual_v1",
                    "eleven_flash_v2_5",
                    "eleven_flash_v2",
                    "eleven_turbo_v2_5",
                    "eleven_turbo_v2",
                    "tts-1",
                    "tts-1-hd",
                    "gpt-4o-mini-tts"),
            40_000);

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(DIALOGUE, SPEECH));

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
        if (!(request instanceof SpokenRequest spoken)
                || CAPABILITIES.models().stream().noneMatch(model -> makes(model, request))) {
            throw rejected("The local voice has no model '" + request.model() + "' that makes " + request.format()
                    + "; it has '" + DIALOGUE.name() + "' and '" + SPEECH.name() + "', which make "
                    + AudioFormat.PCM_16000 + ".");
        }
        var stream =
                new SpokenStream(new Script(lines(spoken)), speaker, new Studio(engines, clock, attempt.deadline()));
        stream.begin();
        return stream;
    }

    @Override
    public void close() {
        engines.close();
    }

    private static Model model(String name, String description, Set<String> standsFor, int charactersMax) {
        return new Model(
                name,
                description,
                Set.of(Kind.DIALOGUE, Kind.SPEECH),
                standsFor,
                new DialogueRules(10, charactersMax, StabilityRule.RANGE),
                Set.of(AudioFormat.PCM_16000),
                Set.of(new LanguageCode("en")),
                true,
                Set.of(RenderOption.SPEED, RenderOption.PAUSE));
    }

    private static boolean makes(Model model, RenderRequest request) {
        return model.name().equals(request.model()) && model.formats().contains(request.format());
    }

    private static List<Line> lines(SpokenRequest request) throws ProviderException {
        return switch (request) {
            case DialogueRequest(var _, var dialogue, var _, var _, var _) ->
                lines(dialogue.turns(), dialogue.settings().stability(), 1);
            case SpeechRequest(var _, var turn, var settings, var _, var _, var _) ->
                lines(
                        List.of(turn),
                        given(settings.stability(), DialogueSettings.DEFAULT.stability()),
                        given(settings.speed(), 1));
        };
    }

    private static double given(@Nullable Double asked, double otherwise) {
        return asked == null ? otherwise : asked;
    }

    private static List<Line> lines(List<Turn> turns, double stability, double speed) throws ProviderException {
        List<Line> lines = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            var preset = Presets.find(turn.voice().voice())
                    .orElseThrow(() -> rejected(
                            "The local voice has no voice '" + turn.voice().voice() + "'."));
            lines.add(new Line(lines.size(), turn.text(), preset.sound().spoken(stability, speed), turn.pause()));
        }
        return lines;
    }

    private static ProviderException rejected(String message) {
        return new ProviderException(new Failure.Rejected(message));
    }
}
