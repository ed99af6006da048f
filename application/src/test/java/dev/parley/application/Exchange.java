package dev.parley.application;

import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.TranscriptionSessionDraft;
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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Connects callers to a test, which says what comes and when it ends. A second of sound costs a credit. */
final class Exchange implements VoiceProvider {

    static final String MODEL = "studio-words";

    final BlockingQueue<Object> says = new LinkedBlockingQueue<>();
    final BlockingQueue<Frame> hears = new LinkedBlockingQueue<>();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile @Nullable Failure refuses;
    volatile @Nullable Failure failsToHear;

    /** For so many seconds of sound at most. */
    static Order order(int seconds) {
        var most = Load.audio(Duration.ofSeconds(seconds));
        return new Order(MODEL, new TranscriptionSessionDraft(AudioFormat.PCM_16000, List.of(), most), null, null);
    }

    static Frame seconds(int seconds) {
        return new Frame("{}", Load.audio(Duration.ofSeconds(seconds)));
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(new Model(
                MODEL,
                "sessions",
                Kind.TRANSCRIPTION_SESSION,
                Set.of(),
                SessionRules.TRANSCRIPTION,
                Set.of(),
                Set.of())));
    }

    @Override
    public List<Voice> voices() {
        return List.of();
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) {
        throw new IllegalStateException("nothing is rendered here");
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        opened.incrementAndGet();
        var failure = refuses;
        if (failure != null) {
            throw new ProviderException(failure);
        }
        return new Connected();
    }

    @Override
    public void close() {}

    private final class Connected implements Session {
        private SessionEnd end = new SessionEnd(SessionEnd.NORMAL, "");

        @Override
        public void send(Frame frame) throws ProviderException {
            hears.add(frame);
            var failure = failsToHear;
            if (failure != null) {
                throw new ProviderException(failure);
            }
        }

        @Override
        public @Nullable Frame next() throws ProviderException {
            try {
                return switch (says.take()) {
                    case Frame frame -> frame;
                    case Failure failure -> throw new ProviderException(failure);
                    case SessionEnd told -> {
                        end = told;
                        yield null;
                    }
                    case Object other -> throw new IllegalStateException("what is " + other + "?");
                };
            } catch (InterruptedException e) {
                throw new ProviderException(new Failure.Unavailable("interrupted"), e);
            }
        }

        @Override
        public SessionEnd end() {
            return end;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            says.add(end);
        }
    }
}
