package dev.parley.adapters.storage.jdbc.queue;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Next;
import dev.parley.ports.store.TaskQueue.Worker;
import dev.parley.ports.store.Transactions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What becomes of a row that this process has taken. Its version is the lease: whoever has taken it since has raised that, and
 * db-scheduler's statement then finds nothing to change, which undoes the transaction around it.
 */
final class Leases {
    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final String process = "parley-" + UUID.randomUUID();
    private final Worker worker;
    private final Transactions transactions;
    private final InstantSource clock;
    private volatile boolean abandoned;

    Leases(Worker worker, Transactions transactions, InstantSource clock) {
        this.worker = worker;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The name under which this process takes rows. */
    String process() {
        return process;
    }

    CompletionHandler<Void> work(TaskInstance<Void> row) {
        underWay.add(row.getId());
        var ending = worker.work(UUID.fromString(row.getId()));
        return (complete, lease) -> end(ending, complete, lease);
    }

    /** The worker threw, or what it has come to could not be stored: the task says where it stands. */
    void failed(ExecutionComplete complete, ExecutionOperations<Void> lease) {
        complete.getCause().ifPresent(cause -> again(cause, complete, lease));
        underWay.remove(id(complete));
    }

    /**
     * Frees the row of a process that died. This process is alive, however late its heartbeat: its clock may have been put
     * forward, or the machine have slept.
     */
    void revive(ExecutionComplete dead, ExecutionOperations<Void> lease) {
        if (process.equals(dead.getExecution().pickedBy) && underWay.contains(id(dead))) {
            return;
        }
        try {
            lease.reschedule(dead, clock.instant());
            LOG.log(Level.WARNING, "task {0} is handed out again: its process is gone", id(dead));
        } catch (ExecutionException e) {
            LOG.log(Level.DEBUG, "task " + id(dead) + " was freed by somebody else", e);
        }
    }

    /** Leaves everything under way to its lease. */
    void abandon() {
        abandoned = true;
    }

    private void end(Ending ending, ExecutionComplete complete, ExecutionOperations<Void> lease) {
        try {
            if (!abandoned) {
                transactions.run(() -> settle(ending.store(), complete, lease));
                tell(ending, complete);
            }
        } catch (RuntimeException | Error e) {
            again(e, complete, lease);
        } finally {
            underWay.remove(id(complete));
        }
    }

    private static Next settle(Next next, ExecutionComplete complete, ExecutionOperations<Void> lease) {
        switch (next) {
            case Next.Done _ -> lease.remove();
            case Next.Again(Instant at) -> lease.reschedule(complete, at);
        }
        return next;
    }

    private static void tell(Ending ending, ExecutionComplete complete) {
        try {
            ending.afterwards();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "task " + id(complete) + " is stored, but nobody was told", e);
        }
    }

    private void again(Throwable cause, ExecutionComplete complete, ExecutionOperations<Void> lease) {
        if (abandoned) {
            return;
        }
        if (cause instanceof ExecutionException) {
            LOG.log(Level.WARNING, "task {0} belongs to another process: nothing of it is stored", id(complete));
            return;
        }
        LOG.log(Level.ERROR, "task " + id(complete) + " is handed out again: its worker failed", cause);
        try {
            lease.reschedule(complete, clock.instant().plus(PAUSE_AFTER_FAILURE));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "task " + id(complete) + " is left to its lease", e);
        }
    }

    private static String id(ExecutionComplete complete) {
        return complete.getExecution().taskInstance.getId();
    }
}
