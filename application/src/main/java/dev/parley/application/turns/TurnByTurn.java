package dev.parley.application.turns;

import dev.parley.application.submit.SourceFormat;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.Loudness;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A provider whose speech models render dialogues too: each turn is a speech of its own, and the speeches are joined. Such
 * models tell timings, and make every format. Whatever renders dialogues by itself is left alone.
 */
public final class TurnByTurn implements VoiceProvider {

    private final VoiceProvider inner;
    private final AudioCodecs codecs;
    private final Loudness loudness;
    private final Joining joining;
    private final InstantSource clock;

    public TurnByTurn(
            VoiceProvider inner, AudioCodecs codecs, Loudness loudness, Joining joining, InstantSource clock) {
        this.inner = inner;
        this.codecs = codecs;
        this.loudness = loudness;
        this.joining = joining;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(inner.capabilities().models().stream()
                .map(model -> speaksOnly(model) ? joined(model) : model)
                .toList());
    }

    @Override
    public long billableUnits(SpokenRequest request) {
        if (request instanceof DialogueRequest dialogue) {
            var speaking = speaking(request);
            if (speaking.isPresent()) {
                return new TurnRequests(dialogue, speaking.get())
                        .all().stream().mapToLong(inner::billableUnits).sum();
            }
        }
        return inner.billableUnits(request);
    }

    @Override
    public List<Voice> voices() throws ProviderException {
        return inner.voices();
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        return inner.findVoice(name);
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        return inner.workshop();
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        var speaking = speaking(request);
        if (speaking.isEmpty() || !(request instanceof SpokenRequest spoken)) {
            return inner.render(request, attempt);
        }
        return switch (spoken) {
            case DialogueRequest dialogue -> join(dialogue, speaking.get(), attempt);
            case SpeechRequest speech -> speak(speech, speaking.get(), attempt);
        };
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        return inner.open(request, attempt);
    }

    @Override
    public void close() {
        inner.close();
    }

    /**
     * The first turn is asked for alone: where the provider turns the whole dialogue away, nothing has been rendered, and its
     * word is passed on as it is.
     */
    private AudioStream join(DialogueRequest dialogue, Model model, Attempt attempt) throws ProviderException {
        var requests = new TurnRequests(dialogue, model);
        var calls = new TurnCalls(inner, codecs, requests, attempt);
        var first = calls.begin(0);
        var crew = new Crew(calls, loudness, first, joining.turnsAtOnce(), clock);
        crew.start();
        return new JoinedStream(crew, requests, codecs.encoder(dialogue.format()), joining.gap());
    }

    private AudioStream speak(SpeechRequest speech, Model model, Attempt attempt) throws ProviderException {
        var wanted = SourceFormat.choose(model.formats(), speech.format());
        var asked = new SpeechRequest(
                speech.model(), speech.turn(), speech.settings(), speech.options(), speech.delivery(), wanted);
        var audio = inner.render(asked, attempt);
        var source = audio.format().orElse(wanted);
        var timed = model.timings() ? audio : new TimedSpeech(audio, speech.turn(), source, codecs.decoder(source));
        return codecs.transcode(timed, source, speech.format());
    }

    private Optional<Model> speaking(RenderRequest request) {
        return inner.capabilities().models().stream()
                .filter(model -> model.name().equals(request.model()) && speaksOnly(model))
                .findFirst();
    }

    private static boolean speaksOnly(Model model) {
        return model.kinds().contains(Kind.SPEECH) && !model.kinds().contains(Kind.DIALOGUE);
    }

    private static Model joined(Model model) {
        var options = EnumSet.of(RenderOption.PAUSE);
        options.addAll(model.options());
        var kinds = EnumSet.of(Kind.DIALOGUE);
        kinds.addAll(model.kinds());
        return new Model(
                model.name(),
                model.description() + " (dialogues are spoken turn by turn)",
                kinds,
                model.standsFor(),
                model.rules(),
                EnumSet.allOf(AudioFormat.class),
                model.languages(),
                true,
                options);
    }
}
