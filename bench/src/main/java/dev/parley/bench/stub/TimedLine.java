package dev.parley.bench.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an answer, for all texts that differ in their digits only. */
final class TimedLine {

    private static final Pattern CHARACTER = Pattern.compile("\"0\"");

    private final byte[] bytes;
    private final int[] digits;

    /**
     * @param bytes with a zero for every digit
     * @param digits where they are
     */
    private TimedLine(byte[] bytes, int... digits) {
        this.bytes = bytes;
        this.digits = digits;
    }

    static TimedLine of(byte[] bytes) {
        var places = CHARACTER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return new TimedLine(
                bytes, places.results().mapToInt(place -> place.start() + 1).toArray());
    }

    /** With the next digits of a text. */
    ByteBuf saying(Matcher text) {
        if (digits.length == 0) {
            return Unpooled.wrappedBuffer(bytes);
        }
        byte[] own = bytes.clone();
        for (int place : digits) {
            if (!text.find()) {
                throw new IllegalStateException("a text has fewer digits than another that is like it");
            }
            own[place] = (byte) text.group().charAt(0);
        }
        return Unpooled.wrappedBuffer(own);
    }
}
