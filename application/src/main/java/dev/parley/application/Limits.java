package dev.parley.application;

import dev.parley.domain.render.Kind;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import java.time.Duration;

/**
 * Every bound of the gateway, in one place: printed at the start and listed in docs/configuration.md.
 *
 * @param bodyBytesMax of one request, REST or gRPC
 * @param tasksPendingMax before new tasks are turned away
 * @param accountPendingMax of one account, before its new tasks are turned away
 * @param rendersMax tasks rendered at once by this process
 * @param accountRendersMax tasks of one account in the queue's places, rendered or about to be
 * @param streamsMax live streams at once
 * @param accountStreamsMax live streams of one account at once
 * @param providerRendersMax renderings of one provider at once by this process, where the operator has set no other number
 * @param attemptTimeout of one rendering
 * @param dubbingTimeout of one rendering of a dub, which takes longer than the recording itself
 * @param audioBytesMax of one stored audio
 * @param uploadBytesMax of one file that a caller brings
 * @param transcriptionBytesMax of one file whose words are wanted, here or in another language
 * @param uploadsMax files on their way in at once, in this process
 * @param accountFetchesMax files of one account that this process fetches from URLs at once
 * @param diskFreeBytesMin of the disk that files come in to, below which no more are taken
 * @param freeCallsPerMinute of one account, for what costs nothing
 * @param audioAge after which links to finished audio answer 410 and the audio is deleted
 * @param idempotencyAge how long a repeated request is recognized
 * @param eventAge how long events are kept
 * @param deliveryAge how long deliveries are kept after they have ended
 * @param accountEndpointsMax webhook endpoints of one account
 * @param pageMax entries of one page
 * @param stopTimeout for renderings under way when the gateway is asked to stop
 * @param sessions connections that go both ways
 * @param retries of a queued task
 */
public record Limits(
        int bodyBytesMax,
        int tasksPendingMax,
        int accountPendingMax,
        int rendersMax,
        int accountRendersMax,
        int streamsMax,
        int accountStreamsMax,
        int providerRendersMax,
        Duration attemptTimeout,
        Duration dubbingTimeout,
        long audioBytesMax,
        long uploadBytesMax,
        long transcriptionBytesMax,
        int uploadsMax,
        int accountFetchesMax,
        long diskFreeBytesMin,
        int freeCallsPerMinute,
        Duration audioAge,
        Duration idempotencyAge,
        Duration eventAge,
        Duration deliveryAge,
        int accountEndpointsMax,
        int pageMax,
        Duration stopTimeout,
        SessionLimits sessions,
        RetryPolicy retries) {

    public static final Limits DEFAULT = new Limits(
            1 << 20,
            10_000,
            1_000,
            8,
            4,
            200,
            100,
            100,
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            200L << 20,
            50_000_000L,
            1_000_000_000L,
            200,
            4,
            512L << 20,
            30,
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofDays(30),
            Duration.ofDays(30),
            20,
            100,
            Duration.ofSeconds(25),
            SessionLimits.DEFAULT,
            new RetryPolicy(3, Duration.ofSeconds(2), OnUnknown.REDISPATCH_ONCE));

    public Limits {
        if (bodyBytesMax < 1
                || tasksPendingMax < 1
                || accountPendingMax < 1
                || rendersMax < 1
                || accountRendersMax < 1
                || streamsMax < 1
                || accountStreamsMax < 1
                || providerRendersMax < 1
                || !attemptTimeout.isPositive()
                || !dubbingTimeout.isPositive()
                || audioBytesMax < 1
                || uploadBytesMax < 1
                || transcriptionBytesMax < 1
                || uploadsMax < 1
                || accountFetchesMax < 1
                || diskFreeBytesMin < 0
                || freeCallsPerMinute < 1
                || !audioAge.isPositive()
                || !idempotencyAge.isPositive()
                || !eventAge.isPositive()
                || !deliveryAge.isPositive()
                || accountEndpointsMax < 1
                || pageMax < 1
                || !stopTimeout.isPositive()) {
            throw new IllegalArgumentException("every limit is positive");
        }
    }

    /** How long one rendering may take. */
    public Duration attemptTimeout(Kind kind) {
        return kind == Kind.DUBBING ? dubbingTimeout : attemptTimeout;
    }

    /** After which a stopping gateway breaks off what has not ended, so that it is stored within the {@code stopTimeout}. */
    public Duration stopPatience() {
        return stopTimeout.multipliedBy(4).dividedBy(5);
    }
}
