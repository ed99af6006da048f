package dev.parley.ports.provider;

import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import org.jspecify.annotations.Nullable;

/**
 * P16: a connection to an upstream, over which frames go both ways. One thread sends and another takes, each in its own time;
 * not taking is how back-pressure is applied. Frames are those of {@link Frame}: providers whose upstream has others translate.
 */
public interface Session extends AutoCloseable {

    /**
     * Hands a frame to the upstream, in order. Blocks while the upstream does not take it.
     *
     * @throws ProviderException if it cannot be handed over any more
     */
    void send(Frame frame) throws ProviderException;

    /**
     * The upstream's next frame, with what it carries measured, or null once the upstream has closed the connection and for ever
     * after. Blocks until there is one.
     *
     * @throws ProviderException if the connection broke: that is never a quiet end
     */
    @Nullable
    Frame next() throws ProviderException;

    /** How the upstream closed it; asked once {@link #next} has returned null. */
    SessionEnd end();

    /** Closes the connection within a second, and wakes whoever waits in it. Idempotent, from any thread. */
    @Override
    void close();
}
