package dev.parley.application.notify;

import dev.parley.application.task.TaskSignals;
import dev.parley.application.task.TaskSignals.Signal;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Deliveries.Room;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what is due, on threads of its own: so many calls at once and no more, and so few for one account, and to one
 * destination, that what does not answer delays nobody else.
 */
public final class DeliveryWorker implements AutoCloseable {

    static final int IN_FLIGHT_MAX = 256;
    static final int OF_DESTINATION_MAX = 4;

    /** A quarter of all: whoever has many receivers that do not answer keeps nobody else waiting. */
    static final int OF_ACCOUNT_MAX = 64;

    private static final System.Logger LOG = System.getLogger(DeliveryWorker.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final Courier courier;
    private final TellProgress progress;
    private final Signal news;
    private final InstantSource clock;
    private final Pace pace;
    private final Semaphore free = new Semaphore(IN_FLIGHT_MAX);
    private volatile boolean stopping;
    private @Nullable Thread loop;

    /**
     * How long things take.
     *
     * @param lease of a delivery: longer than any call
     * @param patience with calls under way when the worker is closed
     */
    public record Pace(Duration lease, Duration patience) {}

    public DeliveryWorker(
            Deliveries deliveries,
            Courier courier,
            TellProgress progress,
            TaskSignals signals,
            InstantSource clock,
            Pace pace) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.progress = progress;
        this.news = signals.news();
        this.clock = clock;
        this.pace = pace;
    }

    /** For the start of the only process that uses the store: nobody is at what was under way. */
    public void recover() {
        deliveries.recover(clock.instant());
    }

    public synchronized void start() {
        if (loop == null) {
            loop = Thread.ofVirtual().name("deliveries").start(this::run);
        }
    }

    /** Begins nothing more, and lets calls under way end. What does not end in time is made again by the next process. */
    @Override
    public void close() {
        stopping = true;
        news.ring();
        try {
            join();
            if (free.tryAcquire(IN_FLIGHT_MAX, pace.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(IN_FLIGHT_MAX);
            } else {
                courier.abandon();
                LOG.log(System.Logger.Level.WARNING, "webhooks are still being called: left to the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void join() throws InterruptedException {
        if (loop != null) {
            loop.join();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (round() == 0) {
                    news.await(LOOK_AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "deliveries cannot be claimed; trying again", e);
                pause();
            }
        }
    }

    /** @return how many deliveries were begun */
    private int round() {
        for (var telling : progress.due()) {
            if (free.tryAcquire()) {
                begin("progress", telling);
            }
        }
        int room = free.drainPermits();
        int begun = 0;
        try {
            if (room > 0) {
                var now = clock.instant();
                for (var claimed : deliveries.claim(
                        now, now.plus(pace.lease()), new Room(room, OF_DESTINATION_MAX, OF_ACCOUNT_MAX))) {
                    begin(claimed.id(), () -> deliver(claimed));
                    begun++;
                }
            }
        } finally {
            free.release(room - begun);
        }
        return begun;
    }

    /** Uses up a permit. */
    private void begin(String name, Runnable work) {
        Thread.ofVirtual().name("delivery-" + name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, name + " was not told to the end; its lease will end", e);
            } finally {
                free.release();
                news.ring();
            }
        });
    }

    private void deliver(Delivery claimed) {
        var task = claimed.event().task();
        if (task != null && claimed.receiver() instanceof Receiver.OfTask) {
            progress.fallSilent(task);
        }
        courier.deliver(claimed);
    }

    private void pause() {
        try {
            news.await(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
