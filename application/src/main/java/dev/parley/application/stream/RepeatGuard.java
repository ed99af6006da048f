package dev.parley.application.stream;

import dev.parley.application.Stores;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clients that repeat a request by themselves from having it rendered, and paid for, again and again. What they repeat
 * has failed, or has taken longer than they wait. For a while the same request is answered with what became of the first; after
 * that it is a new one.
 */
public final class RepeatGuard {

    /** Longer than official clients go on repeating, and shorter than a person takes to try again. */
    public static final Duration WINDOW = Duration.ofSeconds(20);

    private final Stores stores;
    private final RepeatedStream repeated;
    private final InstantSource clock;

    public RepeatGuard(Stores stores, RepeatedStream repeated, InstantSource clock) {
        this.stores = stores;
        this.repeated = repeated;
        this.clock = clock;
    }

    /**
     * What the same request is answered with that came a moment ago; empty where it is a new one.
     *
     * @throws Refused as the first was; or because it is still under way
     */
    Optional<OrderStream> before(@Nullable IdempotencyKey repeat) {
        return repeat == null
                ? Optional.empty()
                : stores.idempotencyKeys()
                        .find(repeat, clock.instant())
                        .flatMap(used -> stores.tasks().find(UUID.fromString(used.subject())))
                        .map(this::again);
    }

    /** Nothing, where it is known that nothing was rendered: then another try costs nothing. */
    void rememberFailed(@Nullable IdempotencyKey repeat, Task failed) {
        boolean mayHaveRendered = failed.state() instanceof TaskState.Failed(Failure failure, var _)
                && failure instanceof Failure.Unavailable(var _, boolean may)
                && may;
        if (mayHaveRendered) {
            remember(repeat, failed);
        }
    }

    /** Its caller has left, and it is rendered to its end: whoever asks for the same waits for that, and hears it. */
    void rememberFinishing(@Nullable IdempotencyKey repeat, Task task) {
        remember(repeat, task);
    }

    /** Its caller has left before they heard anything. That may happen twice: the provider may have rendered it each time. */
    void rememberUnheard(@Nullable IdempotencyKey repeat, Task task) {
        if (repeat == null) {
            return;
        }
        var once =
                new IdempotencyKey(repeat.account(), repeat.route() + ".unheard", repeat.key(), repeat.fingerprint());
        if (!remember(once, task)) {
            remember(repeat, task);
        }
    }

    private OrderStream again(Task task) {
        if (task.state() instanceof TaskState.Cancelled) {
            throw new Refused(
                    new Refusal.Conflict("The same request was made and left twice within moments. Wait longer"
                            + " for its answer, try again in a minute, or give each request an Idempotency-Key."));
        }
        return repeated.again(task);
    }

    /** @return false if something is remembered already */
    private boolean remember(@Nullable IdempotencyKey repeat, Task task) {
        if (repeat == null) {
            return true;
        }
        var now = clock.instant();
        return stores.idempotencyKeys()
                .add(repeat, new Used(repeat.fingerprint(), task.id().toString(), null, now.plus(WINDOW)), now);
    }
}
