package dev.parley.grpc;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.StabilityRule;
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
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes so many chunks of so many bytes, one when asked for one. Fails, blocks or breaks when told to. */
final class ScriptedProvider implements VoiceProvider {

    static final String UNKNOWN_ID = "21m00Tcm4TlvDq8ikWAM";

    volatile int chunks = 3;
    volatile int chunkBytes = 1000;
    volatile int blockBefore = Integer.MAX_VALUE;
    volatile int breakBefore = Integer.MAX_VALUE;
    volatile RuntimeException bug = new IllegalStateException("never thrown unless asked for");
    volatile int bugBefore = Integer.MAX_VALUE;
    volatile @Nullable Failure failureAtStart;
    final AtomicInteger begun = new AtomicInteger();
    /** One permit for each chunk that was asked for. */
    final Semaphore asked = new Semaphore(0);

    final CountDownLatch blocked = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(new Model(
                "scripted-1",
                "scripted",
                Set.of(Kind.DIALOGUE),
                Set.of(GrpcWorld.MODEL),
                new DialogueRules(10, 5000, StabilityRule.RANGE),
                Set.of(AudioFormat.PCM_24000),
                Set.of(new LanguageCode("en"), new LanguageCode("de")),
                true)));
    }

    @Override
    public List<Voice> voices() {
        return List.of(
                new Voice("id-ann", "Ann", Set.of("narrator", "first"), "calm"),
                new Voice("id-bob", "Bob", Set.of(), "warm"));
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        return name.equals(UNKNOWN_ID)
                ? Optional.of(new VoiceMatch(voices().getFirst(), true))
                : VoiceProvider.super.findVoice(name);
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        begun.incrementAndGet();
        var failure = failureAtStart;
        if (failure != null) {
            throw new ProviderException(failure);
        }
        return new Chunks(((DialogueRequest) request).dialogue().turns());
    }

    @Override
    public void close() {}

    /** The bytes that a whole rendering has. */
    byte[] audio() {
        byte[] audio = new byte[chunks * chunkBytes];
        for (int i = 0; i < audio.length; i++) {
            audio[i] = (byte) (i * 31 + i / chunkBytes);
        }
        return audio;
    }

    private final class Chunks implements AudioStream {
        private final List<Turn> turns;
        private int made;

        Chunks(List<Turn> turns) {
            this.turns = turns;
        }

        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            asked.release();
            if (made >= blockBefore) {
                blocked.countDown();
                awaitClose();
                throw new ProviderException(new Failure.Unavailable("closed"));
            }
            if (made >= breakBefore) {
                throw new ProviderException(new Failure.Unavailable("broke in the middle"));
            }
            if (made >= bugBefore) {
                throw bug;
            }
            if (made == chunks) {
                return null;
            }
            byte[] bytes = new byte[chunkBytes];
            for (int i = 0; i < chunkBytes; i++) {
                bytes[i] = (byte) ((made * chunkBytes + i) * 31 + made);
            }
            return new AudioChunk(bytes, segments(made++));
        }

        /** Chunk by chunk one turn begins. */
        private List<VoiceSegment> segments(int turn) {
            return turn >= turns.size()
                    ? List.of()
                    : List.of(new VoiceSegment(
                            turn,
                            0,
                            Collections.nCopies(
                                    turns.get(turn).characters(), new CharacterTime(turn * 10L, turn * 10L + 5))));
        }

        @Override
        public void close() {
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
