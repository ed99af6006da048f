package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Frames over a WebSocket, as they come, until the deadline. */
final class WireSession implements Session, WebSocket.Listener {

    private static final int MESSAGE_MAX = 1 << 20;
    private static final Pattern AUDIO = Pattern.compile("\"audio\":\"([^\"]*)\"");
    private static final SessionEnd MADE_UP = new SessionEnd(SessionEnd.NORMAL, "made up");

    private final WireFlaw flaw;
    private final long endNanos;
    private final StringBuilder message = new StringBuilder();
    /** Empty: over, in one way or the other. */
    private final BlockingQueue<Optional<String>> news = new LinkedBlockingQueue<>();

    private volatile @Nullable WebSocket socket;
    private volatile @Nullable SessionEnd end;
    private volatile boolean closed;

    WireSession(WireFlaw flaw, Duration left) {
        this.flaw = flaw;
        this.endNanos = System.nanoTime() + left.toNanos();
    }

    @Override
    public void send(Frame frame) throws ProviderException {
        WebSocket open = socket;
        if (closed || open == null) {
            throw broken();
        }
        try {
            var _ = open.sendText(frame.json(), true).join();
        } catch (CompletionException e) {
            throw new ProviderException(new Failure.Unavailable("broken off"), e);
        }
    }

    @Override
    public @Nullable Frame next() throws ProviderException {
        if (end != null && news.isEmpty()) {
            return null;
        }
        try {
            var next = news.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null && next.isPresent()) {
                return new Frame(next.get(), load(next.get()));
            }
            if (next != null && end != null && !closed) {
                return null;
            }
            close();
            throw broken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broken();
        }
    }

    @Override
    public SessionEnd end() {
        SessionEnd told = end;
        return told == null || (flaw == WireFlaw.MAKES_UP_HOW_A_SESSION_ENDED && told.code() != SessionEnd.NORMAL)
                ? MADE_UP
                : told;
    }

    @Override
    public void close() {
        closed = true;
        WebSocket open = socket;
        if (open != null && flaw != WireFlaw.LEAVES_SESSIONS_OPEN) {
            open.abort();
        }
        news.add(Optional.empty());
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (message.length() > MESSAGE_MAX && flaw != WireFlaw.KEEPS_ANY_MESSAGE) {
            close();
            return null;
        }
        if (last) {
            news.add(Optional.of(message.toString()));
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        if (code != 1006 || flaw == WireFlaw.TAKES_A_BROKEN_SESSION_FOR_A_CLOSED_ONE) {
            end = new SessionEnd(code, reason);
        }
        news.add(Optional.empty());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        if (flaw == WireFlaw.TAKES_A_BROKEN_SESSION_FOR_A_CLOSED_ONE) {
            end = MADE_UP;
        }
        news.add(Optional.empty());
    }

    private static ProviderException broken() {
        return new ProviderException(new Failure.Unavailable("broken off"));
    }

    private static Load load(String json) {
        var audio = AUDIO.matcher(json);
        if (!audio.find()) {
            return Load.NONE;
        }
        int bytes = Base64.getDecoder().decode(audio.group(1)).length;
        return Load.audio(Duration.ofMillis(bytes * 500L / AudioFormat.PCM_24000.sampleRateHz()));
    }
}
