package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of one WebSocket, as RFC 6455 has it, spoken by hand: so it can also leave without a word, which no decent
 * server would. One thread receives; any may send.
 */
public final class FakeSocket {

    private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int pongs;

    private FakeSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Whether a request with these headers, by lower-case name, asks for a WebSocket. */
    public static boolean isAskedFor(Map<String, String> headers) {
        return "websocket".equalsIgnoreCase(headers.get("upgrade"));
    }

    /** Answers the handshake. */
    public static FakeSocket accept(Map<String, String> headers, Socket socket) throws IOException {
        var accepted = new FakeSocket(socket);
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + proof(headers.getOrDefault("sec-websocket-key", "")) + "\r\n\r\n";
        accepted.out.write(answer.getBytes(ISO_8859_1));
        accepted.out.flush();
        return accepted;
    }

    /** The next message of text; null once the client has closed the connection, or has gone. */
    public @Nullable String receive() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            int head;
            byte[] payload;
            try {
                head = in.readUnsignedByte();
                payload = payload();
            } catch (EOFException gone) {
                return null;
            }
            switch (head & 0x0F) {
                case CONTINUATION, TEXT -> message.writeBytes(payload);
                case PING -> write(FINAL | PONG, payload);
                case PONG -> pongs++;
                case CLOSE -> {
                    return null;
                }
                default -> throw new IOException("a frame of the kind " + (head & 0x0F));
            }
            if ((head & FINAL) != 0 && (head & 0x0F) <= TEXT) {
                return message.toString(UTF_8);
            }
        }
    }

    public void send(String text) throws IOException {
        write(FINAL | TEXT, text.getBytes(UTF_8));
    }

    /** The same message, in fragments of this size. */
    public void send(String text, int fragment) throws IOException {
        byte[] all = text.getBytes(UTF_8);
        for (int at = 0; at < all.length; at += fragment) {
            int end = Math.min(all.length, at + fragment);
            write((at == 0 ? TEXT : CONTINUATION) | (end == all.length ? FINAL : 0), Arrays.copyOfRange(all, at, end));
        }
    }

    public void sendBinary(byte[] bytes) throws IOException {
        write(FINAL | BINARY, bytes);
    }

    public void ping() throws IOException {
        write(FINAL | PING, new byte[] {1});
    }

    /** How many pings the client has answered, as far as has been received. */
    public int pongs() {
        return pongs;
    }

    /** Says goodbye, and hears what the client still says until it has said so, too. */
    public void close(int code, String reason) throws IOException {
        byte[] words = reason.getBytes(UTF_8);
        write(
                FINAL | CLOSE,
                ByteBuffer.allocate(2 + words.length)
                        .putShort((short) code)
                        .put(words)
                        .array());
        awaitLeave();
    }

    /** Leaves without a word. */
    public void die() throws IOException {
        socket.close();
    }

    /** Says nothing until the client has gone. */
    public void awaitLeave() throws IOException {
        while (receive() != null) {
            Thread.onSpinWait();
        }
    }

    private byte[] payload() throws IOException {
        int told = in.readUnsignedByte();
        long length = told & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = new byte[4];
        if ((told & 0x80) != 0) {
            in.readFully(mask);
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private synchronized void write(int head, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(10 + payload.length).put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    private static String proof(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + ACCEPT).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
