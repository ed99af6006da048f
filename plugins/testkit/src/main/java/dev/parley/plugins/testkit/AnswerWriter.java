package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.plugins.testkit.UpstreamAnswer.Framing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Writes one answer, exactly as badly as it says. */
final class AnswerWriter {

    private final Socket socket;
    private final Runnable onStall;

    AnswerWriter(Socket socket, Runnable onStall) {
        this.socket = socket;
        this.onStall = onStall;
    }

    void write(UpstreamAnswer answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        if (answer.framing() != Framing.BARE) {
            out.write(head(answer).getBytes(US_ASCII));
            out.flush();
        }
        if (!writeBody(answer, out)) {
            return;
        }
        switch (answer.end().ending()) {
            case WHOLE -> {
                if (answer.framing() == Framing.CHUNKED) {
                    out.write("0\r\n\r\n".getBytes(US_ASCII));
                }
            }
            case STALL -> {
                onStall.run();
                clientLeavesWithin(Duration.ZERO);
            }
            case CUT_OFF -> socket.shutdownOutput();
            case RESET -> socket.setSoLinger(true, 0); // Closing sends RST instead of FIN.
        }
    }

    private static String head(UpstreamAnswer answer) {
        var head = new StringBuilder("HTTP/1.1 " + answer.status() + " Scripted\r\nConnection: close\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append(
                answer.framing() == Framing.CHUNKED
                        ? "Transfer-Encoding: chunked"
                        : "Content-Length: " + answer.bodyLength());
        return head.append("\r\n\r\n").toString();
    }

    /** False if the client left in a pause. */
    private boolean writeBody(UpstreamAnswer answer, OutputStream out) throws IOException {
        int end = answer.end().afterBytes();
        for (int at = 0; at < end; at += answer.pace().pieceBytes()) {
            int length = Math.min(answer.pace().pieceBytes(), end - at);
            if (answer.framing() == Framing.CHUNKED) {
                out.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
            }
            out.write(answer.body(), at, length);
            if (answer.framing() == Framing.CHUNKED) {
                out.write("\r\n".getBytes(US_ASCII));
            }
            out.flush();
            Duration pause = answer.pace().pause();
            if (pause.isPositive() && clientLeavesWithin(pause)) {
                return false;
            }
        }
        return true;
    }

    /** Waiting for the client to leave is the pause: nobody sleeps. Zero waits as long as it takes. */
    private boolean clientLeavesWithin(Duration most) throws IOException {
        socket.setSoTimeout(Math.toIntExact(most.toMillis()));
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
