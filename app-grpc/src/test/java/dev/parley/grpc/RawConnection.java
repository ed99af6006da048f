package dev.parley.grpc;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTTP/2 as no client of good will speaks it: frame by frame, without regard for what the server says. */
final class RawConnection implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;
    static final int END_HEADERS = 4;

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LENGTH_BYTES_MAX = 127;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
        out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    /** One frame from the server. */
    record Frame(int type, int stream, ByteBuffer payload) {
        /** What a RST_STREAM, and after the last stream's number a GOAWAY, says. */
        int error() {
            return payload.getInt(type == GOAWAY ? 4 : 0);
        }
    }

    void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        var head = ByteBuffer.allocate(9)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream);
        out.write(head.array());
        out.write(payload);
    }

    /** Begins a call of this method, and leaves it open. */
    void begin(int stream, String method, Map<String, String> metadata) throws IOException {
        frame(HEADERS, END_HEADERS, stream, headers(method, metadata));
    }

    /** All as literals that no table keeps: RFC 7541, 6.2.2. */
    static byte[] headers(String method, Map<String, String> metadata) throws IOException {
        var block = new ByteArrayOutputStream();
        literal(block, ":method", "POST");
        literal(block, ":scheme", "http");
        literal(block, ":path", "/" + method);
        literal(block, ":authority", "localhost");
        literal(block, "content-type", "application/grpc");
        literal(block, "te", "trailers");
        for (var entry : metadata.entrySet()) {
            literal(block, entry.getKey(), entry.getValue());
        }
        return block.toByteArray();
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    Frame read() throws IOException {
        int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        var _ = in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, stream, ByteBuffer.wrap(in.readNBytes(length)));
    }

    /** The next frame of this kind. */
    Frame await(int type) throws IOException {
        var frame = read();
        while (frame.type() != type) {
            frame = read();
        }
        return frame;
    }

    /** Whether the server closes the connection, whatever else it still says. */
    boolean isClosed() throws IOException {
        try {
            while (in.read() >= 0) {
                // What it says does not matter.
            }
            return true;
        } catch (SocketException _) {
            return true; // It did not wait for what was still on its way.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        string(block, name);
        string(block, value);
    }

    private static void string(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < LENGTH_BYTES_MAX) {
            block.write(bytes.length);
        } else {
            block.write(LENGTH_BYTES_MAX);
            int rest = bytes.length - LENGTH_BYTES_MAX;
            for (; rest >= 128; rest >>= 7) {
                block.write((rest & 127) | 128);
            }
            block.write(rest);
        }
        block.writeBytes(bytes);
    }
}
