package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import java.io.IOException;

/** Something that is measured of Parley alone. */
public interface Trial {

    /** By which it is asked for. */
    String name();

    /**
     * Measures it, with gateways of its own.
     *
     * @param quick whether it is only to be seen that it works: as little as goes, and its figures mean nothing
     * @throws CannotRunException with the reason, which is written down
     */
    Section run(Ground ground, boolean quick) throws IOException, InterruptedException, CannotRunException;
}
