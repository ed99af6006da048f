package dev.parley.server.gate.provider;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two models: one is answered while the connection lasts, the other works by ids, which are kept and asked again. */
public final class GateProvider implements VoiceProvider {

    public static final String DIRECT = "gate-dialogue-v1";
    public static final String POLLED = "gate-polled-v1";
    public static final AudioFormat FORMAT = AudioFormat.PCM_8000;

    private final GateClient upstream;

    GateProvider(GateClient upstream) {
        this.upstream = upstream;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(model(DIRECT), model(POLLED)));
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice("gate-voice", "Gate", Set.of(), "Says nothing"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        var text = text(request);
        if (!request.model().equals(POLLED)) {
            return new WholeAudio(upstream.render(attempt.id(), text));
        }
        var kept = attempt.receipt().upstreamId();
        var job = kept.isPresent() ? kept.get() : upstream.submit(attempt.id(), text);
        attempt.receipt().keep(job);
        return new WholeAudio(upstream.await(job, attempt.deadline()));
    }

    @Override
    public void close() {
        upstream.close();
    }

    private static Model model(String name) {
        return new Model(
                name,
                "For the gate",
                Set.of(Kind.DIALOGUE),
                Set.of(),
                DialogueRules.DEFAULT,
                Set.of(FORMAT),
                Set.of(LanguageCode.AUTO),
                false);
    }

    private static String text(RenderRequest request) {
        return ((SpokenRequest) request).turns().stream().map(Turn::text).collect(Collectors.joining(" "));
    }
}
