package dev.parley.application.turns;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechRequest;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Hums each character for 60 ms, loudly or softly; knows no dialogue. Tests may answer in its place. */
final class SpeechOnly implements VoiceProvider {

    static final Model TIMED = model("hum", AudioFormat.PCM_16000, true);
    static final Model PLAIN = model("hum-plain", AudioFormat.PCM_24000, false);
    static final Model MP3 = model("hum-mp3", AudioFormat.MP3_44100_128, false);

    static final String LOUD = "hum-loud";
    static final String SOFT = "hum-soft";
    static final String AS_LOUD = "hum-as-loud";

    final List<SpeechRequest> asked = new CopyOnWriteArrayList<>();
    final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    final List<HummedStream> streams = new CopyOnWriteArrayList<>();
    private final List<Model> models;
    private volatile Answer answer = (_, _, hummed) -> hummed;

    SpeechOnly(Model... models) {
        this.models = List.of(models);
    }

    /** What becomes of one request. */
    @FunctionalInterface
    interface Answer {
        AudioStream answer(SpeechRequest request, Attempt attempt, HummedStream hummed)
                throws ProviderException, InterruptedException;
    }

    void answer(Answer other) {
        answer = other;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(models);
    }

    @Override
    public List<Voice> voices() {
        return List.of(
                new Voice(LOUD, "Loud", Set.of(), "Hums"),
                new Voice(SOFT, "Soft", Set.of(), "Hums softly"),
                new Voice(AS_LOUD, "As loud", Set.of(), "Hums nearly as loudly"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!InstantSource.system().instant().isBefore(attempt.deadline())) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        if (!(request instanceof SpeechRequest speech)) {
            throw new AssertionError("a dialogue came to a provider that has only speech");
        }
        var hummed = new HummedStream(
                speech,
                capabilities().models().stream()
                        .anyMatch(model -> model.name().equals(speech.model()) && model.timings()));
        asked.add(speech);
        attempts.add(attempt);
        streams.add(hummed);
        try {
            return answer.answer(speech, attempt, hummed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted"), e);
        }
    }

    @Override
    public void close() {}

    /** A hum in another format than was asked for, which says so. */
    static AudioStream decidedByTheUpstream(SpeechRequest asked, AudioFormat format) {
        var hummed = new HummedStream(new SpeechRequest(asked.model(), asked.turn(), asked.settings(), format), false);
        return new AudioStream() {
            @Override
            public @Nullable AudioChunk next() {
                return hummed.next();
            }

            @Override
            public Optional<AudioFormat> format() {
                return Optional.of(format);
            }

            @Override
            public void close() {
                hummed.close();
            }
        };
    }

    private static Model model(String name, AudioFormat format, boolean timings) {
        return new Model(
                name,
                "Hums",
                Set.of(Kind.SPEECH),
                Set.of(),
                DialogueRules.DEFAULT,
                Set.of(format),
                Set.of(LanguageCode.AUTO),
                timings);
    }
}
