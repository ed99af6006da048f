package dev.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request over HTTP/1.1, ready to be sent.
 *
 * @param bytes the whole of it
 * @param number where its number stands in it
 */
record HttpAsk(int port, ByteBuf bytes, int number, Answer answer) implements Ask {

    static HttpAsk post(int port, String path, Map<String, String> headers, String body, Answer answer) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: 127.0.0.1:" + port
                + "\r\ncontent-type: application/json\r\ncontent-length: " + content.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        int place = body.indexOf(Numbers.PLACE);
        if (place < 0) {
            throw new IllegalArgumentException("the body has no place for a number, " + Numbers.PLACE + ": " + body);
        }
        int before = body.substring(0, place).getBytes(StandardCharsets.UTF_8).length;
        return new HttpAsk(port, Unpooled.wrappedBuffer(start, content), start.length + before, answer);
    }

    /** The next one, which is like no other. */
    ByteBuf next() {
        var one = Unpooled.copiedBuffer(bytes);
        one.setCharSequence(number, Numbers.next(), StandardCharsets.US_ASCII);
        return one;
    }
}
