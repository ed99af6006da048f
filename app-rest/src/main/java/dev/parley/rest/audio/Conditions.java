package dev.parley.rest.audio;

import io.micronaut.http.HttpHeaders;
import java.util.Arrays;

/** What a request says about the copy that the caller has already (RFC 9110, 13). */
final class Conditions {

    private Conditions() {}

    /** The caller's copy is this one. */
    static boolean isCurrent(HttpHeaders headers, String tag) {
        return headers.getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .map(value -> value.startsWith("W/") ? value.substring(2) : value)
                .anyMatch(value -> value.equals("*") || value.equals(tag));
    }

    /** The range to answer: a part of another copy would not fit the caller's, so If-Range then asks for the whole. */
    static ByteRange range(HttpHeaders headers, String tag, long size) {
        var ranges = headers.getAll(HttpHeaders.RANGE);
        String copy = headers.get(HttpHeaders.IF_RANGE);
        if (ranges.size() != 1 || (copy != null && !copy.strip().equals(tag))) {
            return new ByteRange.Whole();
        }
        return ByteRange.parse(ranges.getFirst(), size);
    }
}
