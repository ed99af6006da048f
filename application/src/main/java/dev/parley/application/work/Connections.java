package dev.parley.application.work;

import dev.parley.application.catalog.Providers;
import dev.parley.application.task.Bills;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings.Start;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.task.Task;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.store.Attempts;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Connects to providers, and knows what is connected in this process. The only caller of {@code VoiceProvider.open}: like
 * {@link Renderings}, it takes nothing but tasks whose attempt is stored.
 */
public final class Connections {

    private final Providers providers;
    private final Attempts attempts;
    private final Bills bills;
    private final ConcurrentHashMap<UUID, Beginning> beginning = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Connection> open = new ConcurrentHashMap<>();

    Connections(Providers providers, Attempts attempts, Bills bills) {
        this.providers = providers;
        this.attempts = attempts;
        this.bills = bills;
    }

    /** The permit is used up once it is known whether the provider connects: an open connection takes nobody's place. */
    Connection open(Start start, Permit permit) throws ProviderException {
        var task = start.task();
        var begun = new Beginning(task);
        beginning.put(task.id(), begun);
        try {
            var connection =
                    new Connection(task, connected(start, begun, permit), ended -> open.remove(task.id(), ended));
            open.put(task.id(), connection);
            if (begun.wasStopped()) {
                connection.stop();
            }
            return connection;
        } finally {
            begun.end();
            beginning.remove(task.id(), begun);
        }
    }

    /** Those that are beginning come first: one that begins meanwhile looks itself. */
    void stopIf(Predicate<Task> wanted) {
        beginning.values().stream().filter(begun -> wanted.test(begun.task())).forEach(Beginning::stop);
        open.values().stream()
                .filter(connection -> wanted.test(connection.task()))
                .forEach(Connection::stop);
    }

    private Session connected(Start start, Beginning begun, Permit permit) throws ProviderException {
        var task = start.task();
        if (!(task.request() instanceof SessionRequest request)) {
            throw new IllegalStateException("task " + task.id() + " is no session");
        }
        var receipt = new StoredReceipt(task.id(), start.upstreamId(), attempts, bills, start.untilStored());
        var attempt = new Attempt(task.id() + "-" + start.number(), start.deadline(), receipt, Doorbell.NONE);
        try {
            var session = providers.named(task.provider()).open(request, attempt);
            permit.succeeded();
            return session;
        } catch (ProviderException e) {
            if (begun.wasStopped()) {
                throw new ProviderException(Renderings.STOPPED, e);
            }
            permit.failed(e.failure());
            throw e;
        } finally {
            permit.giveBack();
        }
    }
}
