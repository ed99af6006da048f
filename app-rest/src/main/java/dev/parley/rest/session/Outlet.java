package dev.parley.rest.session;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The way to a client. Each message is waited for: who does not read is not written to. */
final class Outlet {

    private static final int REASON_BYTES_MAX = 123;
    private static final int LAST_WAIT_SECONDS = 2;
    private static final int APPLICATION_CODES = 3000;

    private final Channel channel;

    Outlet(Channel channel) {
        this.channel = channel;
    }

    /** False if it does not reach the client any more, or not before the session is over. */
    boolean send(String text, BooleanSupplier over) throws InterruptedException {
        var written = channel.writeAndFlush(new TextWebSocketFrame(text));
        while (!written.await(1, TimeUnit.SECONDS)) {
            if (over.getAsBoolean()) {
                return false;
            }
        }
        return written.isSuccess();
    }

    /** The last word. */
    void close(int code, String reason) throws InterruptedException {
        if (channel.isActive()) {
            channel.writeAndFlush(new CloseWebSocketFrame(sendable(code), shortened(reason)))
                    .await(1, TimeUnit.SECONDS);
        }
    }

    /** A client that does not close in its turn is cut off. */
    void hangUp() throws InterruptedException {
        try {
            channel.closeFuture().await(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
        } finally {
            var _ = channel.close();
        }
    }

    /** Some codes say how a connection ended that nobody closed: they are never sent. */
    private static int sendable(int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014 -> code;
            case 1005 -> 1000;
            default -> code >= APPLICATION_CODES && code < 5000 ? code : 1011;
        };
    }

    private static String shortened(String reason) {
        String shown = reason;
        while (ByteBufUtil.utf8Bytes(shown) > REASON_BYTES_MAX) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        return shown;
    }
}
