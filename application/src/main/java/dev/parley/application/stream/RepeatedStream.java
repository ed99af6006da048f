package dev.parley.application.stream;

import dev.parley.application.Stores;
import dev.parley.application.catalog.Failures;
import dev.parley.application.submit.Intent;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** What a caller hears who asks for the same stream again. Never a second rendering. */
public final class RepeatedStream {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Stores stores;
    private final AudioStore audio;
    private final InstantSource clock;

    public RepeatedStream(Stores stores, AudioStore audio, InstantSource clock) {
        this.stores = stores;
        this.audio = audio;
        this.clock = clock;
    }

    /**
     * The stored audio; empty if the intent is a new one.
     *
     * @throws Refused while the first stream is under way, with its refusal if it had none, and if the key was used otherwise
     */
    Optional<OrderStream> of(Intent intent) {
        return stores.idempotencyKeys()
                .find(intent.key(), clock.instant())
                .map(intent::same)
                .map(used ->
                        stores.tasks().find(UUID.fromString(used.subject())).orElseThrow())
                .map(this::again);
    }

    OrderStream again(Task task) {
        return switch (task.state()) {
            case Pending _, Processing _ ->
                throw new Refused(new Refusal.StillRunning("This stream is still under way.", LOOK_AGAIN));
            case Completed(AudioRef ref, var _, var _, var _) -> stored(task, ref);
            case Failed(var failure, var _) -> throw Failures.refused(failure);
            case Cancelled _ -> throw new Refused(new Refusal.TaskCancelled("The stream was left or cancelled."));
        };
    }

    private OrderStream stored(Task task, AudioRef ref) {
        try {
            return audio.open(ref, 0)
                    .map(bytes -> new StoredStream(task, bytes))
                    .orElseThrow(() -> new Refused(
                            new Refusal.Conflict("The audio of this stream is no longer kept. Use a new key.")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
