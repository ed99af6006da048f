package dev.parley.application.stream;

import dev.parley.application.Stores;
import dev.parley.application.catalog.Failures;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clients that repeat a failed request by themselves from having it rendered, and paid for, once more. A request that
 * may have been rendered is answered with its failure for a while; after that it is a new one.
 */
public final class RepeatGuard {

    /** Longer than official clients go on repeating, and shorter than a person takes to try again. */
    public static final Duration WINDOW = Duration.ofSeconds(20);

    private final Stores stores;
    private final InstantSource clock;

    public RepeatGuard(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** @throws Refused as the first was, if the same has failed a moment ago */
    void check(@Nullable IdempotencyKey repeat) {
        if (repeat == null) {
            return;
        }
        stores.idempotencyKeys()
                .find(repeat, clock.instant())
                .flatMap(used -> stores.tasks().find(UUID.fromString(used.subject())))
                .map(Task::state)
                .filter(Failed.class::isInstance)
                .ifPresent(state -> {
                    throw Failures.refused(((Failed) state).failure());
                });
    }

    /** Nothing, where it is known that nothing was rendered: then another try costs nothing. */
    void remember(@Nullable IdempotencyKey repeat, Task failed) {
        boolean mayHaveRendered = failed.state() instanceof Failed(Failure failure, var _)
                && failure instanceof Failure.Unavailable(var _, boolean may)
                && may;
        if (repeat != null && mayHaveRendered) {
            var now = clock.instant();
            var use = new Used(repeat.fingerprint(), failed.id().toString(), null, now.plus(WINDOW));
            stores.idempotencyKeys().add(repeat, use, now);
        }
    }
}
