package dev.parley.adapters.elevenlabs.session;

import dev.parley.domain.session.SessionEnd;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the upstream. It asks for a message only once the one before has been taken: the rest stays in the socket.
 * Meanwhile the upstream's pings are answered by the JDK.
 */
public final class UpstreamSocket implements WebSocket.Listener, AutoCloseable {

    private static final int MESSAGE_MAX = 2 * 1024 * 1024;

    /** How long the upstream may take to hear that we leave, and to close the connection in its turn. */
    private static final long FAREWELL_MILLIS = 900;

    /** How long nothing may come until it is tried whether the connection is still there. */
    private static final long PROBE_SECONDS = 3;

    private static final String BROKE = "the connection to ElevenLabs broke in the middle";

    /** Sent for ever by the JDK where a connection ended without a word. */
    private static final int NO_WORD = 1006;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final CompletableFuture<?> over = new CompletableFuture<Void>();
    private StringBuilder message = new StringBuilder();
    private volatile CompletableFuture<? extends @Nullable Object> sending = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket socket;
    private @Nullable String waiting;
    private @Nullable SessionEnd end;
    private @Nullable String trouble;

    /**
     * The next message, whole; null once the upstream has closed the connection.
     *
     * @throws IOException if it broke, or we have left: its message is safe to repeat
     */
    public @Nullable String next() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting == null && end == null && trouble == null) {
                if (!news.await(PROBE_SECONDS, TimeUnit.SECONDS)) {
                    probe();
                }
            }
            String taken = waiting;
            if (taken == null) {
                check();
                return null;
            }
            waiting = null;
            open().request(1);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns once the message has been handed to the system.
     *
     * @throws IOException if it cannot be any more
     */
    public void send(String json) throws IOException, InterruptedException {
        if (over.isDone()) {
            check();
            throw new IOException("ElevenLabs has closed the connection");
        }
        try {
            var sent = open().sendText(json, true);
            sending = sent;
            CompletableFuture.anyOf(sent, over).get();
        } catch (ExecutionException e) {
            throw new IOException("ElevenLabs takes no more", e);
        }
        check();
    }

    /** How the upstream closed it. */
    public SessionEnd end() {
        lock.lock();
        try {
            if (end == null) {
                throw new IllegalStateException("the connection has not been closed by the upstream");
            }
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Ends it, and tells whoever waits why: nobody takes what has come. What has ended otherwise stays as it is. */
    public void breakOff(String reason) {
        lock.lock();
        try {
            waiting = null;
        } finally {
            lock.unlock();
        }
        broken(reason);
    }

    @Override
    public void close() {
        breakOff("the connection was closed");
    }

    @Override
    public void onOpen(WebSocket opened) {
        lock.lock();
        try {
            socket = opened;
            if (trouble == null) {
                opened.request(1);
                return;
            }
        } finally {
            lock.unlock();
        }
        opened.abort(); // Whoever wanted it has gone meanwhile.
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        if (over.isDone()) {
            return null;
        }
        if (message.length() + part.length() > MESSAGE_MAX) {
            broken("ElevenLabs: it sent a message of more than " + MESSAGE_MAX + " characters");
            return null;
        }
        message.append(part);
        if (!last) {
            from.request(1);
            return null;
        }
        lock.lock();
        try {
            waiting = trouble == null ? message.toString() : null;
            message = new StringBuilder();
            news.signalAll();
        } finally {
            lock.unlock();
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        broken("ElevenLabs: it sent something else than text");
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        if (code == NO_WORD) {
            broken(BROKE);
            return null;
        }
        lock.lock();
        try {
            if (trouble == null) {
                end = new SessionEnd(code, reason);
            }
            settled();
        } finally {
            lock.unlock();
        }
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        broken(BROKE);
    }

    /** What has come before it is still taken. */
    private void broken(String reason) {
        WebSocket opened;
        lock.lock();
        try {
            if (end != null || trouble != null) {
                return;
            }
            trouble = reason;
            opened = socket;
            settled();
        } finally {
            lock.unlock();
        }
        if (opened != null) {
            leave(opened);
        }
    }

    /** The JDK does not always tell of a connection that was reset; who writes to it finds out. */
    private void probe() throws IOException {
        var _ = open().sendPing(ByteBuffer.allocate(0)).whenComplete((_, error) -> {
            if (error instanceof IOException) {
                broken(BROKE);
            }
        });
    }

    private WebSocket open() throws IOException {
        WebSocket opened = socket;
        if (opened == null) {
            throw new IOException("the connection is not open");
        }
        return opened;
    }

    private void check() throws IOException {
        lock.lock();
        try {
            if (trouble != null) {
                throw new IOException(trouble);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits, to send or to take, goes on. */
    private void settled() {
        news.signalAll();
        over.complete(null);
    }

    /**
     * What still comes is dropped: an upstream that cannot get rid of it never reads our farewell, and the JDK lets go of a connection
     * that is silent both ways only seconds after it was aborted. What is being sent goes out before the farewell.
     */
    private void leave(WebSocket opened) {
        try {
            opened.request(Long.MAX_VALUE);
            var _ = sending.exceptionally(_ -> null)
                    .thenCompose(_ -> opened.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .exceptionally(_ -> {
                        opened.abort();
                        return opened;
                    });
            CompletableFuture.delayedExecutor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(opened::abort);
        } catch (RuntimeException e) {
            opened.abort();
        }
    }
}
