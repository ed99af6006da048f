package dev.parley.application.work;

import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.task.Task;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection to a provider for one task. One thread sends, one takes; any other may {@link #stop} it. */
public final class Connection implements AutoCloseable {

    private final Task task;
    private final Session session;
    private final Consumer<Connection> ended;
    private volatile boolean stopped;

    Connection(Task task, Session session, Consumer<Connection> ended) {
        this.task = task;
        this.session = session;
        this.ended = ended;
    }

    public void send(Frame frame) throws ProviderException {
        session.send(frame);
    }

    /** Null once the provider has closed it. Once {@link #wasStopped}, what it returns or throws means nothing. */
    public @Nullable Frame next() throws ProviderException {
        return session.next();
    }

    public SessionEnd end() {
        return session.end();
    }

    /** Wakes whoever waits in it and ends the provider's work, from any thread. */
    public void stop() {
        stopped = true;
        session.close();
    }

    /** Whether somebody wanted it to end early. */
    public boolean wasStopped() {
        return stopped;
    }

    @Override
    public void close() {
        session.close();
        ended.accept(this);
    }

    Task task() {
        return task;
    }
}
