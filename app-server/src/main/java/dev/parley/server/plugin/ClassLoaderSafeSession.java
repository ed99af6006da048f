package dev.parley.server.plugin;

import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import org.jspecify.annotations.Nullable;

/** Runs a plugin's session with the plugin's class loader as the thread's. */
record ClassLoaderSafeSession(Session session, ClassLoader classes) implements Session {

    @Override
    public void send(Frame frame) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            session.send(frame);
        }
    }

    @Override
    public @Nullable Frame next() throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return session.next();
        }
    }

    @Override
    public SessionEnd end() {
        try (var _ = ContextClasses.of(classes)) {
            return session.end();
        }
    }

    @Override
    public void close() {
        try (var _ = ContextClasses.of(classes)) {
            session.close();
        }
    }
}
