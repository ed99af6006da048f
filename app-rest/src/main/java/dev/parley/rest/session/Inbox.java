package dev.parley.rest.session;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A client's messages on their way to the provider. While more than a little waits, nothing more is read from the client. */
final class Inbox {

    private static final int BYTES_MAX = 256 << 10;
    private static final int MESSAGE_BYTES = 64;
    private static final Message END = new Message(false, new byte[0]);

    private final Channel channel;
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger bytes = new AtomicInteger();
    private volatile boolean paused;

    Inbox(Channel channel) {
        this.channel = channel;
    }

    /** On the connection's own thread. */
    void add(Message message) {
        waiting.add(message);
        if (bytes.addAndGet(size(message)) > BYTES_MAX) {
            paused = true;
            channel.config().setAutoRead(false);
            resume();
        }
    }

    /** Nothing more comes. From any thread. */
    void end() {
        waiting.add(END);
    }

    /** Null after the end. */
    @Nullable
    Message take() throws InterruptedException {
        return taken(waiting.take());
    }

    /** Null after the end, or where nothing came in time. */
    @Nullable
    Message take(Duration atMost) throws InterruptedException {
        var message = waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return message == null ? null : taken(message);
    }

    private @Nullable Message taken(Message message) {
        if (message == END) {
            end();
            return null;
        }
        bytes.addAndGet(-size(message));
        if (paused) {
            channel.eventLoop().execute(this::resume);
        }
        return message;
    }

    /** On the connection's own thread, so that nobody pauses meanwhile. */
    private void resume() {
        if (paused && bytes.get() <= BYTES_MAX) {
            paused = false;
            channel.config().setAutoRead(true);
        }
    }

    private static int size(Message message) {
        return message.bytes().length + MESSAGE_BYTES;
    }
}
