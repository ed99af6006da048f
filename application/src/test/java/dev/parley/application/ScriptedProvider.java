package dev.parley.application;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A provider whose audio of a turn is the turn's text, and which fails when told to. */
final class ScriptedProvider implements VoiceProvider {

    final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger closedStreams = new AtomicInteger();
    private final Deque<ProviderException> failuresAtStart = new ConcurrentLinkedDeque<>();
    private final String model;
    private final Set<String> standsFor;
    volatile int failAfterTurns = Integer.MAX_VALUE;
    volatile int bugAfterTurns = Integer.MAX_VALUE;
    volatile @Nullable CountDownLatch blockAfterFirstTurn;

    volatile List<Voice> voices = people();

    /** What its model takes. */
    volatile Set<RenderOption> options = Set.of();

    /** Which stability its model takes. */
    volatile StabilityRule stability = StabilityRule.RANGE;

    /** Runs when a rendering is asked for. */
    volatile Consumer<Attempt> onRender = _ -> {};

    ScriptedProvider(String model, String... standsFor) {
        this.model = model;
        this.standsFor = Set.of(standsFor);
    }

    void failNextStart(Failure failure) {
        failuresAtStart.add(new ProviderException(failure));
    }

    void forgetFailures() {
        failuresAtStart.clear();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(new Model(
                model,
                "scripted",
                Set.of(Kind.DIALOGUE),
                standsFor,
                new DialogueRules(10, 6000, stability),
                Set.of(AudioFormat.DEFAULT),
                Set.of(new LanguageCode("en")),
                true,
                options)));
    }

    @Override
    public List<Voice> voices() {
        return voices;
    }

    private static List<Voice> people() {
        return List.of(
                new Voice("id-ann", "Ann", Set.of("narrator"), "first"),
                new Voice("id-bob", "Bob", Set.of("user"), "second"),
                new Voice("id-cleo", "Cleopatra", Set.of(), "third"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        attempts.add(attempt);
        onRender.accept(attempt);
        var failure = failuresAtStart.poll();
        if (failure != null) {
            throw failure;
        }
        return new Turns((DialogueRequest) request);
    }

    @Override
    public void close() {}

    private final class Turns implements AudioStream {
        private final DialogueRequest request;
        private final CountDownLatch closed = new CountDownLatch(1);
        private int turn;

        Turns(DialogueRequest request) {
            this.request = request;
        }

        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            if (turn == 1 && blockAfterFirstTurn != null) {
                blockAfterFirstTurn.countDown();
                awaitClose();
                throw new ProviderException(new Failure.Unavailable("closed"));
            }
            if (turn >= failAfterTurns) {
                throw new ProviderException(new Failure.Unavailable("broke in the middle"));
            }
            if (turn >= bugAfterTurns) {
                throw new IllegalStateException("a bug in the provider");
            }
            if (turn == request.dialogue().turns().size()) {
                return null;
            }
            var spoken = request.dialogue().turns().get(turn);
            var times = Collections.nCopies(spoken.characters(), new CharacterTime(turn * 1000L, turn * 1000L));
            return new AudioChunk(
                    spoken.text().getBytes(StandardCharsets.UTF_8), List.of(new VoiceSegment(turn++, 0, times)));
        }

        @Override
        public void close() {
            closedStreams.incrementAndGet();
            closed.countDown();
        }

        private void awaitClose() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
