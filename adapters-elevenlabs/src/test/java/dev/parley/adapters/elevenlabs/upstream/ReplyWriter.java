package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes one answer, exactly as badly as its fault says. */
final class ReplyWriter {

    /** The client left before the answer was whole. */
    static final class ClientLeftException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Socket socket;
    private final OutputStream out;
    private final Runnable beforeEnd;
    private final CountDownLatch left = new CountDownLatch(1);

    /** @param beforeEnd runs once all is written but the end: what the client does next must find it done */
    ReplyWriter(Socket socket, Runnable beforeEnd) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.beforeEnd = beforeEnd;
        Thread.ofVirtual().name("fake-elevenlabs-watch").start(this::watch);
    }

    /** As real servers do: a client that ends its side is gone, even while it is being sent something. */
    private void watch() {
        try (socket) {
            while (socket.getInputStream().read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException gone) {
            left.countDown();
        } finally {
            left.countDown();
        }
    }

    void write(Reply reply, @Nullable Fault fault) throws IOException {
        if (fault instanceof Fault.StallBeforeHead) {
            stall();
        }
        head(reply);
        switch (fault) {
            case Fault.SlowDrip drip -> body(reply, reply.length(), drip.pieceBytes(), drip.pause());
            case Fault.CutOff _ -> {
                body(reply, reply.length() / 2, Integer.MAX_VALUE, Duration.ZERO);
                beforeEnd.run();
                socket.shutdownOutput();
                return;
            }
            case Fault.Reset _ -> {
                body(reply, reply.length() / 2, Integer.MAX_VALUE, Duration.ZERO);
                beforeEnd.run();
                socket.setSoLinger(true, 0); // Closing sends RST instead of FIN.
                return;
            }
            case Fault.StallHalfway _ -> {
                body(reply, reply.length() / 2, Integer.MAX_VALUE, Duration.ZERO);
                stall();
            }
            case Fault.Flood flood -> flood(reply, flood.bytes());
            case null, default -> body(reply, reply.length(), Integer.MAX_VALUE, Duration.ZERO);
        }
        beforeEnd.run();
        out.write("0\r\n\r\n".getBytes(US_ASCII));
        out.flush();
    }

    private void head(Reply reply) throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\nConnection: close\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("Transfer-Encoding: chunked\r\n\r\n").toString().getBytes(US_ASCII));
        out.flush();
    }

    private void body(Reply reply, long most, int pieceBytes, Duration pause) throws IOException {
        long left = most;
        for (byte[] piece : reply.pieces()) {
            for (int at = 0; at < piece.length && left > 0; ) {
                int length = (int) Math.min(left, Math.min(pieceBytes, piece.length - at));
                chunk(piece, at, length);
                at += length;
                left -= length;
                if (pause.isPositive() && leavesWithin(pause)) {
                    throw new ClientLeftException();
                }
            }
        }
    }

    /** Silence in the middle of the first piece, where a JSON answer has its audio. */
    private void flood(Reply reply, long bytes) throws IOException {
        byte[] piece = reply.pieces().getFirst();
        boolean json = piece[0] == '{';
        int middle = json ? new String(piece, US_ASCII).indexOf("audio_base64") + 15 : 0;
        byte[] silence = new byte[64 * 1024];
        if (json) {
            Arrays.fill(silence, (byte) 'A');
        }
        chunkAll(piece, 0, middle);
        for (long sent = 0; sent < bytes; sent += silence.length) {
            chunk(silence, 0, silence.length);
        }
        chunkAll(piece, middle, piece.length - middle);
    }

    private void chunkAll(byte[] bytes, int at, int length) throws IOException {
        if (length > 0) {
            chunk(bytes, at, length);
        }
    }

    private void chunk(byte[] bytes, int at, int length) throws IOException {
        try {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
            out.write(bytes, at, length);
            out.write("\r\n".getBytes(US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw (IOException) new ClientLeftException().initCause(e);
        }
    }

    private void stall() throws IOException {
        leavesWithin(Duration.ZERO);
        throw new ClientLeftException();
    }

    /** Waiting for the client to leave is the pause: nobody sleeps. Zero waits as long as it takes. */
    private boolean leavesWithin(Duration most) throws IOException {
        try {
            if (most.isZero()) {
                left.await();
                return true;
            }
            return left.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
