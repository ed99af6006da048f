package dev.parley.rest.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a client sent, whole. */
final class Message {

    private final boolean text;
    private final byte[] bytes;

    Message(boolean text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    boolean isText() {
        return text;
    }

    byte[] bytes() {
        return bytes;
    }

    /** @throws BadMessage if it is no text at all */
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw BadMessage.garbled("The message is not UTF-8.");
        }
    }
}
