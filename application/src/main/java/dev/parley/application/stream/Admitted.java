package dev.parley.application.stream;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A task on its way to disk. Once its price is held, the provider may be asked, while the disk is written; nobody hears
 * anything before it is {@link #awaitStored stored}.
 */
final class Admitted {

    private static final System.Logger LOG = System.getLogger(Admitted.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final CompletableFuture<Optional<Task>> held = new CompletableFuture<>();
    private final CompletableFuture<Boolean> stored = new CompletableFuture<>();

    private Admitted() {}

    /** @param admission tells its argument of the task as soon as that is held, and returns when it is stored */
    static Admitted by(Function<Consumer<Task>, Optional<Task>> admission) {
        var admitted = new Admitted();
        Thread.ofVirtual().name("admission").start(() -> admitted.run(admission));
        return admitted;
    }

    /**
     * The task, whose price is held; empty if the intent was acted on before.
     *
     * @throws Refused where it is not admitted
     */
    Optional<Task> awaitHeld() {
        try {
            return held.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    /** @throws Refused where it could not be stored, so that there is no such task */
    void awaitStored() {
        if (!isStored()) {
            throw new Refused(new Refusal.Unavailable("The stream could not be stored. Try again soon.", AGAIN));
        }
    }

    /** Waits until that is known. */
    boolean isStored() {
        return stored.join();
    }

    private void run(Function<Consumer<Task>, Optional<Task>> admission) {
        boolean done = false;
        try {
            held.complete(admission.apply(task -> held.complete(Optional.of(task))));
            done = true;
        } catch (RuntimeException | Error e) {
            if (!held.completeExceptionally(e)) {
                LOG.log(System.Logger.Level.ERROR, "a stream whose provider was asked already could not be stored", e);
            }
        } finally {
            stored.complete(done);
        }
    }

    private static RuntimeException cause(CompletionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }
}
