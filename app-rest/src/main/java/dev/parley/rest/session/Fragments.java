package dev.parley.rest.session;

import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Puts a client's messages together that come in pieces. On the connection's own thread. */
final class Fragments {

    /** Of one message. */
    static final int BYTES_MAX = 1 << 20;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean isText;

    /**
     * The message, once it is whole.
     *
     * @throws BadMessage if it is too big
     */
    Optional<Message> add(WebSocketFrame frame) {
        var content = frame.content();
        if (begun.size() + content.readableBytes() > BYTES_MAX) {
            begun.reset();
            throw BadMessage.tooBig("A message has at most " + BYTES_MAX + " bytes.");
        }
        if (!(frame instanceof ContinuationWebSocketFrame)) {
            isText = frame instanceof TextWebSocketFrame;
        }
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        begun.writeBytes(bytes);
        if (!frame.isFinalFragment()) {
            return Optional.empty();
        }
        var message = new Message(isText, begun.toByteArray());
        begun.reset();
        return Optional.of(message);
    }
}
