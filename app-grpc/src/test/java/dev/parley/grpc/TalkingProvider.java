package dev.parley.grpc;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.SessionRules;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Opens sessions whose answers a test has written down beforehand, or gives meanwhile. */
final class TalkingProvider implements VoiceProvider {

    final List<SessionRequest> opened = new CopyOnWriteArrayList<>();
    final List<Frame> heard = new CopyOnWriteArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    final AtomicInteger taken = new AtomicInteger();
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

    private sealed interface Said {
        record Words(Frame frame) implements Said {}

        record Close(SessionEnd end) implements Said {}

        record Break() implements Said {}
    }

    void says(String json, Load carries) {
        said.add(new Said.Words(new Frame(json, carries)));
    }

    void closes(int code, String reason) {
        said.add(new Said.Close(new SessionEnd(code, reason)));
    }

    void breaks() {
        said.add(new Said.Break());
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(
                speech("talk-speech"),
                speech("talk-dear"),
                other("talk-words", Kind.TRANSCRIPTION_SESSION, SessionRules.TRANSCRIPTION),
                other("talk-agent", Kind.CONVERSATION, SessionRules.CONVERSATION)));
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice("id-ann", "Ann", Set.of(), "calm"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) {
        throw new IllegalArgumentException("only sessions are worked on here");
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) {
        opened.add(request);
        return new Talk();
    }

    @Override
    public void close() {}

    private static Model speech(String name) {
        return new Model(
                name,
                name,
                Set.of(Kind.SPEECH, Kind.SPEECH_SESSION),
                Set.of(),
                DialogueRules.DEFAULT,
                Set.of(AudioFormat.PCM_16000),
                Set.of(LanguageCode.AUTO),
                false);
    }

    private static Model other(String name, Kind kind, SessionRules rules) {
        return new Model(name, name, kind, Set.of(), rules, Set.of(), Set.of());
    }

    private final class Talk implements Session {
        private @Nullable SessionEnd end;

        @Override
        public void send(Frame frame) {
            heard.add(frame);
        }

        @Override
        public @Nullable Frame next() throws ProviderException {
            if (end != null) {
                return null;
            }
            try {
                var next = said.take();
                taken.incrementAndGet();
                return switch (next) {
                    case Said.Words(Frame frame) -> frame;
                    case Said.Close(SessionEnd told) -> {
                        end = told;
                        yield null;
                    }
                    case Said.Break() -> throw new ProviderException(new Failure.Unavailable("the connection broke"));
                };
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProviderException(new Failure.Unavailable("interrupted"), e);
            }
        }

        @Override
        public SessionEnd end() {
            return Optional.ofNullable(end).orElseThrow();
        }

        @Override
        public void close() {
            closed.countDown();
            breaks();
        }
    }

    static Load seconds(long count) {
        return Load.audio(Duration.ofSeconds(count));
    }
}
