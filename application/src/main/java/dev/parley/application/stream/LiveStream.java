package dev.parley.application.stream;

import dev.parley.application.catalog.Failures;
import dev.parley.application.work.Rendering;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.audio.AudioStore.Upload;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Audio on its way to a caller and into the store. Pulled and closed by one thread; any other may {@link #leave}. However it
 * ends, the hold is settled once.
 */
public final class LiveStream implements OrderStream {

    private static final Failure STOPPING = new Failure.Unavailable("The gateway is stopping. Try again soon.");

    private final Rendering audio;
    private final Upload upload;
    private final Settlement settlement;
    private final Consumer<LiveStream> afterwards;
    private volatile Task task;
    private int turnsBegun;
    private boolean closed;
    private volatile boolean brokenOff;

    LiveStream(Task task, Rendering audio, Upload upload, Settlement settlement, Consumer<LiveStream> afterwards) {
        this.task = task;
        this.audio = audio;
        this.upload = upload;
        this.settlement = settlement;
        this.afterwards = afterwards;
    }

    @Override
    public Task task() {
        return task;
    }

    /** As promised; at the end, all of it is stored and paid. */
    @Override
    public @Nullable AudioChunk next() {
        try {
            var chunk = audio.next();
            if (audio.wasStopped()) {
                throw ended();
            }
            if (chunk == null) {
                finish();
            } else {
                upload.write(chunk.bytes());
                turnsBegun = Math.max(turnsBegun, turnsBegunWith(chunk));
            }
            return chunk;
        } catch (ProviderException e) {
            if (audio.wasStopped()) {
                throw ended();
            }
            task = settlement.failed(task, e.failure());
            throw Failures.refused(e.failure());
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw settlement.broken(task, e);
        }
    }

    /** Stops the provider too. */
    @Override
    public void leave() {
        audio.stop();
    }

    /** The gateway cannot go on: the caller pays nothing, and may try again. From any thread. */
    public void breakOff() {
        brokenOff = true;
        audio.stop();
    }

    /** Before the end it means that the caller has left, unless the gateway broke it off. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            audio.close();
            upload.close();
            if (!(task.state() instanceof TaskState.Final)) {
                task = brokenOff ? settlement.failed(task, STOPPING) : settlement.abandoned(task, turnsBegun);
            }
        } finally {
            afterwards.accept(this);
        }
    }

    /** Under which it is rendered, as long as it is. */
    Optional<String> lease() {
        return task.state() instanceof TaskState.Processing(var _, var _, var lease)
                ? Optional.of(lease.token())
                : Optional.empty();
    }

    private void finish() throws IOException {
        task = settlement.finished(task, upload.commit());
        if (!(task.state() instanceof TaskState.Completed)) {
            throw cancelled();
        }
    }

    /** Where a provider tells no timings, its first byte may belong to any turn. */
    private int turnsBegunWith(AudioChunk chunk) {
        if (!chunk.segments().isEmpty()) {
            return chunk.segments().getLast().turn() + 1;
        }
        return turnsBegun == 0 && chunk.bytes().length > 0 ? Integer.MAX_VALUE : turnsBegun;
    }

    /** Why there is no more, where somebody stopped the audio. */
    private Refused ended() {
        if (!brokenOff) {
            return cancelled();
        }
        task = settlement.failed(task, STOPPING);
        return Failures.refused(STOPPING);
    }

    private static Refused cancelled() {
        return new Refused(new Refusal.TaskCancelled("The task was cancelled."));
    }
}
