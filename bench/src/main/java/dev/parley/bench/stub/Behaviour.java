package dev.parley.bench.stub;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the upstream answers.
 *
 * @param firstByte from the request to the first piece
 * @param pieces of one answer; one goes with its length, more go chunked
 * @param frames of MP3 in each piece, of 417 bytes and 26 ms each
 * @param gap between two pieces
 * @param errorsPerMille of how many requests are refused with 503
 */
public record Behaviour(Duration firstByte, int pieces, int frames, Duration gap, int errorsPerMille) {

    /** 32 KB at once. */
    public static final Behaviour UNARY = new Behaviour(Duration.ZERO, 1, 78, Duration.ZERO, 0);

    /** What a query asks for; what it leaves out is as in {@link #UNARY}. */
    static Behaviour of(String uri) {
        Map<String, List<String>> query = new QueryStringDecoder(uri).parameters();
        return new Behaviour(
                Duration.ofMillis(number(query, "first_byte_ms", 0)),
                number(query, "pieces", UNARY.pieces()),
                number(query, "frames", UNARY.frames()),
                Duration.ofMillis(number(query, "gap_ms", 0)),
                number(query, "errors_per_mille", 0));
    }

    /** The query that asks for it. */
    public String query() {
        return "first_byte_ms=" + firstByte.toMillis() + "&pieces=" + pieces + "&frames=" + frames + "&gap_ms="
                + gap.toMillis() + "&errors_per_mille=" + errorsPerMille;
    }

    /** From a request to its last byte. */
    public Duration length() {
        return firstByte.plus(gap.multipliedBy(pieces - 1L));
    }

    private static int number(Map<String, List<String>> query, String name, int otherwise) {
        return query.containsKey(name) ? Integer.parseInt(query.get(name).getFirst()) : otherwise;
    }
}
