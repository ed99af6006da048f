package dev.parley.rest.audio;

import java.util.regex.Pattern;

/** What a Range header asks for, of so many bytes (RFC 9110, 14). */
sealed interface ByteRange {

    /** All of it: also where there is no range, several, or none that can be read. */
    record Whole() implements ByteRange {}

    /** Both ends are within the bytes and included. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Begins after the end. */
    record Beyond() implements ByteRange {}

    /** One range, at least one end given. Longer numbers than any file's length are no numbers here. */
    Pattern SINGLE = Pattern.compile("(?i)bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    static ByteRange parse(String header, long size) {
        var match = SINGLE.matcher(header);
        if (!match.matches()) {
            return new Whole();
        }
        String first = match.group(1);
        String last = match.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Beyond() : new Part(from, Math.min(to, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Beyond() : new Part(Math.max(0, size - length), size - 1);
    }
}
