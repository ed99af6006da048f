package dev.parley.adapters.storage.jdbc.queue;

import java.time.Duration;

/**
 * How much the queue does at once, and how often it looks.
 *
 * @param placesPerAccount how many of an account's tasks may be in it
 * @param workers how many tasks this process works on at once
 * @param polling how long a task that is due may wait for somebody to look, unless somebody calls
 * @param heartbeat how often a lease is renewed; one that was not for four times as long belongs to nobody
 */
record QueueLimits(int placesPerAccount, int workers, Duration polling, Duration heartbeat) {

    /** The fewest that db-scheduler takes. */
    static final int MISSED_HEARTBEATS_MAX = 4;

    QueueLimits {
        if (placesPerAccount < 1 || workers < 1) {
            throw new IllegalArgumentException(
                    "a queue needs places and workers: " + placesPerAccount + ", " + workers);
        }
    }

    /**
     * A process that died is noticed after four heartbeats by somebody who looks at every second one: 24 seconds at most.
     */
    static QueueLimits of(int placesPerAccount, int workers) {
        return new QueueLimits(placesPerAccount, workers, Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
}
