package dev.parley.adapters.storage.jdbc.queue;

import com.github.kagkarlsson.scheduler.ExecutorUtils;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** db-scheduler at work, on threads that keep no process alive: who looks, who renews leases, and the workers. */
final class Executions implements AutoCloseable {

    /** db-scheduler asks at its start how long it may take to stop, and {@link #stop} is told when it is called. */
    private static final Duration STOP_MAX = Duration.ofDays(1);

    /** For db-scheduler to end its own threads. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Leases leases;
    private final Scheduler scheduler;
    private final ExecutorService workers;
    private final ExecutorService poller = Executors.newSingleThreadExecutor(daemons("queue-poller-"));
    private final ScheduledExecutorService keeper = Executors.newScheduledThreadPool(2, daemons("queue-keeper-"));
    private final Thread stopper;

    Executions(
            Leases leases,
            InstantSource clock,
            JoinedConnections connections,
            QueueDialect dialect,
            QueueLimits limits) {
        this.leases = leases;
        workers = Executors.newFixedThreadPool(limits.workers(), daemons("render-"));
        var settings = Scheduler.create(connections, rows())
                .schedulerName(new SchedulerName.Fixed(leases.process()))
                .serializer(new NoData())
                .jdbcCustomization(dialect.customization())
                .clock(clock::instant)
                .threads(limits.workers())
                .executorService(workers)
                .dueExecutor(poller)
                .housekeeperExecutor(keeper)
                .pollingInterval(limits.polling())
                .heartbeatInterval(limits.heartbeat())
                .missedHeartbeatsLimit(QueueLimits.MISSED_HEARTBEATS_MAX)
                .shutdownMaxWait(STOP_MAX)
                .failureLogging(LogLevel.OFF, false);
        dialect.poll(settings, limits.workers());
        scheduler = settings.build();
        stopper = Thread.ofPlatform().daemon().name("queue-stopper").unstarted(scheduler::stop);
    }

    void start() {
        scheduler.start();
    }

    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** What has not ended in time keeps its lease for as long as this process lives. */
    void stop(Duration atMost) {
        try {
            begunToStop().join(atMost.plus(SLACK));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is stored from here on. The workers are interrupted once nobody hands them anything more. */
    @Override
    public void close() {
        leases.abandon();
        begunToStop();
        ExecutorUtils.awaitTermination(poller, SLACK);
        workers.shutdownNow();
        stop(Duration.ZERO);
        List.of(poller, keeper).forEach(ExecutorService::shutdownNow);
    }

    private synchronized Thread begunToStop() {
        if (stopper.getState() == Thread.State.NEW) {
            stopper.start();
        }
        return stopper;
    }

    private CustomTask<Void> rows() {
        return Tasks.custom(JdbcTaskQueue.ROWS, Void.class)
                .onFailure(leases::failed)
                .onDeadExecution((dead, lease) -> {
                    leases.revive(dead, lease);
                    wake();
                })
                .execute((row, _) -> {
                    var end = leases.work(row);
                    return (complete, lease) -> {
                        end.complete(complete, lease);
                        wake();
                    };
                });
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name, 1).factory();
    }
}
