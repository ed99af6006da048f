package dev.parley.domain.session;

/**
 * How a session was closed.
 *
 * @param code of RFC 6455, part 7.4, as 1000 where all was said
 * @param reason for people; empty where there is none
 */
public record SessionEnd(int code, String reason) {

    /** All was said. */
    public static final int NORMAL = 1000;

    /** What was sent is against the rules, or the time or the credits are used up. */
    public static final int POLICY = 1008;

    /** Whoever worked on it could not go on. */
    public static final int BROKEN = 1011;

    /** Whoever relays it stops, and will be back. */
    public static final int RESTARTING = 1012;
}
