package dev.parley.server.plugin;

import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import org.jspecify.annotations.Nullable;

/** Keeps the secrets of a session that might not: what goes wrong and why it was closed is told to callers. */
record DiscreetSession(Session session, Mask mask) implements Session {

    @Override
    public void send(Frame frame) throws ProviderException {
        try {
            session.send(frame);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public @Nullable Frame next() throws ProviderException {
        try {
            var frame = session.next();
            return frame == null ? null : new Frame(mask.masked(frame.json()), frame.carries());
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public SessionEnd end() {
        try {
            var end = session.end();
            return new SessionEnd(end.code(), mask.masked(end.reason()));
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }
}
