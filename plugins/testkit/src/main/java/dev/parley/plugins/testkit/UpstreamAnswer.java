package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link FakeUpstream} answers, and how badly. Immutable: every method that changes something returns another answer.
 *
 * <pre>{@code
 * UpstreamAnswer.of(200, "audio/mpeg", mp3).slowly(1024, Duration.ofMillis(5)).cutOffAfter(4096)
 * }</pre>
 */
public final class UpstreamAnswer {

    /** How the body's length is told. */
    enum Framing {
        LENGTH,
        CHUNKED,
        /** The body is all there is: not even a status line comes before it. */
        BARE
    }

    /** What happens when the bytes that may be sent have been sent. */
    enum Ending {
        WHOLE,
        STALL,
        CUT_OFF,
        RESET
    }

    /** Bytes go out in pieces, with a pause after each. */
    record Pace(int pieceBytes, Duration pause) {}

    /** The body breaks off after so many bytes. */
    record Break(int afterBytes, Ending ending) {}

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Framing framing;
    private final Pace pace;
    private final Break end;

    private UpstreamAnswer(
            int status, Map<String, String> headers, byte[] body, Framing framing, Pace pace, Break end) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.framing = framing;
        this.pace = pace;
        this.end = end;
    }

    /** A whole answer, sent at once, with its length told. */
    public static UpstreamAnswer of(int status, String contentType, byte[] body) {
        return new UpstreamAnswer(
                status,
                Map.of("Content-Type", contentType),
                body.clone(),
                Framing.LENGTH,
                new Pace(64 * 1024, Duration.ZERO),
                new Break(body.length, Ending.WHOLE));
    }

    /** A whole answer of JSON. */
    public static UpstreamAnswer json(int status, String json) {
        return of(status, "application/json", json.getBytes(UTF_8));
    }

    /** A status with a short JSON body that says nothing. */
    public static UpstreamAnswer status(int status) {
        return json(status, "{}");
    }

    /** Bytes that are not HTTP, then the end of the connection. */
    public static UpstreamAnswer garbage() {
        var answer = of(0, "", "\u0000\u0001 this is not HTTP \r\n\r\n\u0002".getBytes(UTF_8));
        return new UpstreamAnswer(0, Map.of(), answer.body, Framing.BARE, answer.pace, answer.end);
    }

    /** The same answer with this header besides. */
    public UpstreamAnswer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpstreamAnswer(status, more, body, framing, pace, end);
    }

    /** The same answer with a length that is not told beforehand: transfer encoding "chunked". */
    public UpstreamAnswer chunked() {
        return new UpstreamAnswer(status, headers, body, Framing.CHUNKED, pace, end);
    }

    /** The same answer with a pause after each piece of the body. */
    public UpstreamAnswer slowly(int pieceBytes, Duration pause) {
        if (pieceBytes < 1) {
            throw new IllegalArgumentException("a piece has at least one byte, not " + pieceBytes);
        }
        return new UpstreamAnswer(status, headers, body, framing, new Pace(pieceBytes, pause), end);
    }

    /** Sends so many bytes of the body, then nothing more, and keeps the connection open until the client leaves. */
    public UpstreamAnswer stallAfter(int bytes) {
        return breaking(bytes, Ending.STALL);
    }

    /** Sends so many bytes of the body, then ends the connection as if that were all. */
    public UpstreamAnswer cutOffAfter(int bytes) {
        return breaking(bytes, Ending.CUT_OFF);
    }

    /** Sends so many bytes of the body, then resets the connection. The client may lose some of what was sent. */
    public UpstreamAnswer resetAfter(int bytes) {
        return breaking(bytes, Ending.RESET);
    }

    /** Length of the whole body, whatever of it is sent. */
    public int bodyLength() {
        return body.length;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Shared, for reading only. */
    byte[] body() {
        return body;
    }

    Framing framing() {
        return framing;
    }

    Pace pace() {
        return pace;
    }

    Break end() {
        return end;
    }

    private UpstreamAnswer breaking(int bytes, Ending ending) {
        return new UpstreamAnswer(
                status, headers, body, framing, pace, new Break(Math.clamp(bytes, 0, body.length), ending));
    }
}
