package dev.parley.application.access;

import java.time.Duration;

/**
 * How a key stands with its rate limit, and how the headers of draft-ietf-httpapi-ratelimit-headers tell it.
 *
 * @param limit requests per minute
 * @param remaining of them, now
 * @param reset until all are there again; where none remains, until there is one
 */
public record Standing(int limit, long remaining, Duration reset) {

    /** Header, and metadata, of {@link #policy}. */
    public static final String POLICY_HEADER = "ratelimit-policy";

    /** Header, and metadata, of {@link #state}. */
    public static final String STATE_HEADER = "ratelimit";

    public String policy() {
        return "\"default\";q=" + limit + ";w=" + PerMinute.WINDOW.toSeconds();
    }

    public String state() {
        return "\"default\";r=" + remaining + ";t=" + resetSeconds();
    }

    /** Rounded up, so that it is not too early. */
    public long resetSeconds() {
        return reset.plusNanos(999_999_999).toSeconds();
    }
}
