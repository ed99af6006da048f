package dev.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A request, ready to be sent, and the answer that it must have.
 *
 * @param bytes the whole of it
 * @param length of the right answer's body
 * @param digest CRC-32C of that
 */
public record Ask(int port, ByteBuf bytes, long length, long digest) {

    public static Ask post(int port, String path, Map<String, String> headers, String body, byte[] answer) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: 127.0.0.1:" + port
                + "\r\ncontent-type: application/json\r\ncontent-length: " + content.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var digest = new CRC32C();
        digest.update(answer);
        return new Ask(
                port,
                Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(start, content)),
                answer.length,
                digest.getValue());
    }
}
