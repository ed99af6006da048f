package dev.parley.plugins.testkit;

/**
 * What honest providers differ in. A provider declares what it lacks by {@link VoiceProviderContract#has}; the contract then
 * asserts that the behaviour is really absent, so that a gap cannot hide a fault.
 */
public enum Behavior {
    /**
     * Audio is handed on as it comes, in several pieces. Where missing, all audio comes in one piece, once it is complete.
     */
    STREAMS_BEFORE_COMPLETE(true),

    /** Equal requests, answered alike by an upstream, give equal bytes. Where missing, two renderings differ. */
    DETERMINISTIC(true),

    /**
     * A configuration key that the provider does not know stops {@code create}, by name. Where missing, such keys are
     * ignored.
     */
    REFUSES_UNKNOWN_KEYS(true),

    /**
     * An id of 20 letters and digits that no voice has is given a voice that stands in for it, always the same. Where
     * missing, which is usual, nobody answers to such an id.
     */
    STANDS_IN(false),

    /**
     * The upstream knows each rendering by an id of its own, which is kept in the attempt's receipt before the upstream is
     * asked again; with an id kept, nothing is submitted again. Where missing, which is usual, nothing is ever kept, and
     * what was kept is not looked at.
     */
    KEEPS_THE_UPSTREAMS_ID(false),

    /**
     * The upstream is told the attempt's doorbell, where that has an address. Where missing, which is usual, no upstream hears
     * of it.
     */
    TELLS_THE_DOORBELL(false),

    /**
     * Music by a prompt is as long as was asked for, or shorter. Where missing, the upstream has no field for a length, and may
     * make more than is paid for.
     */
    KEEPS_THE_LENGTH_OF_MUSIC(true);

    private final boolean usual;

    Behavior(boolean usual) {
        this.usual = usual;
    }

    /** What the contract expects of a provider that declares nothing. */
    public boolean usual() {
        return usual;
    }
}
