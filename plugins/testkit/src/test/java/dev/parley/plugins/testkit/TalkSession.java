package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Answers text by a second of tone. With a flaw, it breaks one clause. */
final class TalkSession implements Session {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TalkFlaw flaw;
    private final AudioFormat format;
    /** Empty: over. */
    private final BlockingQueue<Optional<Frame>> answers = new LinkedBlockingQueue<>();

    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean ended;

    TalkSession(TalkFlaw flaw, AudioFormat format) {
        this.flaw = flaw;
        this.format = format;
    }

    @Override
    public void send(Frame frame) throws ProviderException {
        if (closed.get() && flaw != TalkFlaw.TAKES_FRAMES_FOR_NOBODY) {
            throw new ProviderException(new Failure.Unavailable("closed"));
        }
        if (frame.carries().characters() > 0) {
            String sound = Base64.getEncoder().encodeToString(TestAudio.tone(format, SECOND));
            answers.add(Optional.of(new Frame("{\"audio\":\"" + sound + "\"}", Load.audio(counted()))));
        }
        if (frame.json().equals("{\"text\":\"\"}") || frame.json().contains("close_socket")) {
            if (flaw != TalkFlaw.NEVER_SAYS_THAT_ALL_IS_SAID) {
                answers.add(Optional.of(Frame.free("{\"isFinal\":true}")));
            }
            answers.add(Optional.empty());
        }
    }

    @Override
    public @Nullable Frame next() throws ProviderException {
        if (ended) {
            return flaw == TalkFlaw.SPEAKS_AGAIN_AFTER_THE_END ? Frame.free("{}") : null;
        }
        try {
            var answer = answers.take();
            if (closed.get()) {
                throw new ProviderException(new Failure.Unavailable("closed"));
            }
            ended = answer.isEmpty();
            return answer.orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Failure.Unavailable("interrupted"), e);
        }
    }

    @Override
    public SessionEnd end() {
        return new SessionEnd(flaw == TalkFlaw.CLOSES_AS_IF_BROKEN ? SessionEnd.BROKEN : SessionEnd.NORMAL, "");
    }

    @Override
    public void close() {
        if (closed.getAndSet(true) && flaw == TalkFlaw.MINDS_BEING_CLOSED_TWICE) {
            throw new IllegalStateException("closed already");
        }
        if (flaw != TalkFlaw.LETS_WAIT) {
            answers.add(Optional.empty());
        }
    }

    /** As the provider does, when it is closed. */
    void breakOff() {
        closed.set(true);
        answers.add(Optional.empty());
    }

    private Duration counted() {
        return switch (flaw) {
            case COUNTS_TOO_MUCH -> SECOND.multipliedBy(2);
            case COUNTS_NOTHING -> Duration.ZERO;
            default -> SECOND;
        };
    }
}
