package dev.parley.application;

import dev.parley.domain.task.RetryPolicy;
import java.time.Duration;

/**
 * Every bound of the gateway, in one place: printed at the start and listed in docs/configuration.md.
 *
 * @param bodyBytesMax of one request, REST or gRPC
 * @param tasksPendingMax before new tasks are turned away
 * @param rendersMax tasks rendered at once
 * @param streamsMax live streams at once
 * @param attemptTimeout of one rendering; also how long a lease lasts
 * @param audioBytesMax of one stored audio
 * @param audioAge after which links to finished audio answer 410 and the audio is deleted
 * @param pageMax entries of one page
 * @param stopTimeout for renderings under way when the gateway is asked to stop
 * @param retries of a queued task
 */
public record Limits(
        int bodyBytesMax,
        int tasksPendingMax,
        int rendersMax,
        int streamsMax,
        Duration attemptTimeout,
        long audioBytesMax,
        Duration audioAge,
        int pageMax,
        Duration stopTimeout,
        RetryPolicy retries) {

    public static final Limits DEFAULT = new Limits(
            1 << 20,
            10_000,
            8,
            200,
            Duration.ofMinutes(15),
            200L << 20,
            Duration.ofHours(24),
            100,
            Duration.ofSeconds(25),
            new RetryPolicy(3, Duration.ofSeconds(2)));

    public Limits {
        if (bodyBytesMax < 1
                || tasksPendingMax < 1
                || rendersMax < 1
                || streamsMax < 1
                || !attemptTimeout.isPositive()
                || audioBytesMax < 1
                || !audioAge.isPositive()
                || pageMax < 1
                || !stopTimeout.isPositive()) {
            throw new IllegalArgumentException("every limit is positive");
        }
    }
}
