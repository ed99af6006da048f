package dev.parley.application.work;

import dev.parley.application.catalog.Providers;
import dev.parley.application.task.Bills;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.store.Attempts;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts providers, and knows what they are rendering in this process. The only caller of {@code VoiceProvider.render}, and
 * it takes nothing but tasks whose attempt is stored, or on its way to disk: without a hold and a record there is no way to a
 * provider.
 */
public final class Renderings {

    /** Why an attempt did not begin that somebody stopped meanwhile. Nobody knows what the provider has made of it. */
    public static final Failure STOPPED = new Failure.Unavailable("The attempt was stopped before its end.");

    private final Providers providers;
    private final Equipment equipment;
    private final Attempts attempts;
    private final Bills bills;
    private final Breakers breakers;
    private final Doorbells doorbells;
    private final Connections connections;
    private final ConcurrentHashMap<UUID, Beginning> beginning = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Rendering> running = new ConcurrentHashMap<>();

    public Renderings(
            Providers providers,
            Equipment equipment,
            Attempts attempts,
            Bills bills,
            Breakers breakers,
            Doorbells doorbells) {
        this.providers = providers;
        this.equipment = equipment;
        this.attempts = attempts;
        this.bills = bills;
        this.breakers = breakers;
        this.doorbells = doorbells;
        this.connections = new Connections(providers, attempts, bills);
    }

    /**
     * One attempt as the provider shall know it.
     *
     * @param number of the attempt
     * @param upstreamId that an earlier run of the same attempt has kept
     * @param untilStored returns when the attempt is on disk
     */
    public record Start(
            Task task,
            int number,
            Instant deadline,
            @Nullable String upstreamId,
            Runnable untilStored) {

        /** One that is stored. */
        public Start(Task task, int number, Instant deadline, @Nullable String upstreamId) {
            this(task, number, deadline, upstreamId, () -> {});
        }
    }

    /**
     * Takes one of the routes, before anything is stored for it.
     *
     * @throws ProviderException if none of their providers may be asked now
     */
    public Permit permit(Routes routes) throws ProviderException {
        return breakers.acquire(routes);
    }

    /**
     * Takes the current route: what may have been rendered is asked of nobody else.
     *
     * @throws ProviderException if its provider may not be asked now
     */
    public Permit permitHere(Routes routes) throws ProviderException {
        return breakers.acquireHere(routes);
    }

    /** How the provider does. */
    public Health health(String provider) {
        return breakers.health(provider);
    }

    /** The task's audio in its output format. Closing it ends the rendering. Whatever happens, the permit is used up. */
    public Rendering start(Start start, Permit permit) throws ProviderException {
        var task = start.task();
        var begun = new Beginning(task);
        beginning.put(task.id(), begun);
        try {
            var bell = doorbells.hang(task.id() + "-" + start.number());
            var audio = render(start, begun, permit, bell);
            var wanted = equipment.inOutputFormat(task, audio);
            var rendering = new Rendering(task, wanted, equipment.meter(task), permit, ended -> {
                running.remove(task.id(), ended);
                bell.close();
            });
            running.put(task.id(), rendering);
            if (begun.wasStopped()) {
                rendering.stop();
            }
            return rendering;
        } finally {
            begun.end();
            beginning.remove(task.id(), begun);
        }
    }

    /** The task's connection. Whatever happens, the permit is used up. */
    public Connection connect(Start start, Permit permit) throws ProviderException {
        return connections.open(start, permit);
    }

    /** Deletes what came for a task that has ended. After its end is stored. */
    public void forget(Task task) {
        equipment.forget().ended(task);
    }

    /** Ends whatever is being rendered for the task here. */
    public void stop(UUID task) {
        stopIf(candidate -> candidate.id().equals(task));
    }

    /** Ends everything of this kind that is being rendered here. */
    public void stop(Task.Mode mode) {
        stopIf(candidate -> candidate.mode() == mode);
    }

    /** What is being rendered here. */
    public Collection<UUID> tasks() {
        return Stream.concat(beginning.keySet().stream(), running.keySet().stream())
                .toList();
    }

    /** How much of the task's text is audio, from 0 to 1; empty where it is not rendered here or cannot be told. */
    public OptionalDouble progress(UUID task) {
        var rendering = running.get(task);
        return rendering == null ? OptionalDouble.empty() : rendering.progress();
    }

    /** Those that are beginning come first: one that begins meanwhile looks itself. */
    private void stopIf(Predicate<Task> wanted) {
        beginning.values().stream().filter(begun -> wanted.test(begun.task())).forEach(Beginning::stop);
        running.values().stream()
                .filter(rendering -> wanted.test(rendering.task()))
                .forEach(Rendering::stop);
        connections.stopIf(wanted);
    }

    private AudioStream render(Start start, Beginning begun, Permit permit, Doorbells.Bell bell)
            throws ProviderException {
        var task = start.task();
        var receipt = new StoredReceipt(task.id(), start.upstreamId(), attempts, bills, start.untilStored());
        var attempt = new Attempt(
                task.id() + "-" + start.number(), start.deadline(), receipt, bell, equipment.uploads()::open);
        try {
            return providers.named(task.provider()).render(task.request(), attempt);
        } catch (ProviderException | RuntimeException e) {
            bell.close();
            if (begun.wasStopped()) {
                permit.giveBack();
                throw new ProviderException(STOPPED, e);
            }
            tell(permit, e);
            throw e;
        }
    }

    private static void tell(Permit permit, Exception cause) {
        if (cause instanceof ProviderException e) {
            permit.failed(e.failure());
        } else {
            permit.giveBack();
        }
    }
}
