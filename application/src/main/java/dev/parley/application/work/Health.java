package dev.parley.application.work;

/**
 * How a provider does, as this process sees it.
 *
 * @param running attempts under way
 * @param atOnce how many there may be
 */
public record Health(State state, int running, int atOnce) {

    /** Whether a provider is asked. */
    public enum State {
        /** As long as it has a place free. */
        WELL,
        /** Left alone: it has failed most of what it was asked. */
        RESTING,
        /** Asked once, to see whether it is well again. */
        TRIED
    }
}
