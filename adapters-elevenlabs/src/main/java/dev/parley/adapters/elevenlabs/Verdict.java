package dev.parley.adapters.elevenlabs;

import dev.parley.domain.render.Failure;

/**
 * What an error answer means.
 *
 * @param remedy what may help at once, before the failure is told
 */
record Verdict(Failure failure, Remedy remedy) {

    /** What we can do about a failure by ourselves: in each case nothing was rendered. */
    enum Remedy {
        NONE,
        /** Our own requests are too many: wait for one of them to end. */
        WAIT_FOR_A_PLACE,
        /** This key is no good for now: take another. */
        TAKE_ANOTHER_KEY
    }

    static Verdict of(Failure failure) {
        return new Verdict(failure, Remedy.NONE);
    }
}
