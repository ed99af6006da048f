package dev.parley.application.stream;

import dev.parley.application.catalog.Failures;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Audio on its way to a caller and into the store. Pulled and closed by one thread; any other may {@link #leave}. The provider
 * is asked when the first piece is, so that whoever waits for it can leave. However it ends, the hold is settled once.
 *
 * <p>While the caller has heard nothing, an attempt that fails may be replaced by another. A caller who wants all of the audio
 * at once hears nothing until it is stored: their one piece tells the timings, and the task where the audio lies.
 */
public final class LiveStream implements OrderStream {

    private static final Failure STOPPING = new Failure.Unavailable("The gateway is stopping. Try again soon.");
    private static final byte[] NO_BYTES = {};

    private final Admitted admitted;
    private final LiveAttempts attempts;
    private final Settlement settlement;
    private final @Nullable IdempotencyKey repeat;
    private final Consumer<LiveStream> afterwards;
    private final List<VoiceSegment> segments = new ArrayList<>();
    private volatile Task task;
    private volatile @Nullable LiveAttempt attempt;
    private volatile boolean left;
    private volatile boolean brokenOff;
    private Permit permit;
    private int turnsBegun;
    private volatile boolean asked;
    private volatile boolean heard;
    private boolean closed;

    /**
     * @param admitted a task whose price is held
     * @param repeat what the request is known by, should it come again
     */
    LiveStream(
            Admitted admitted,
            Permit permit,
            LiveAttempts attempts,
            Settlement settlement,
            @Nullable IdempotencyKey repeat,
            Consumer<LiveStream> afterwards) {
        this.task = admitted.awaitHeld().orElseThrow();
        this.admitted = admitted;
        this.permit = permit;
        this.attempts = attempts;
        this.settlement = settlement;
        this.repeat = repeat;
        this.afterwards = afterwards;
    }

    /** Nobody is told of a task that a crash could still undo. */
    @Override
    public Task task() {
        admitted.awaitStored();
        return task;
    }

    /** Whether or not it is stored. */
    Task known() {
        return task;
    }

    /** As promised; at the end, all of it is stored and paid. */
    @Override
    public @Nullable AudioChunk next() {
        try {
            if (task.state() instanceof TaskState.Final) {
                return null;
            }
            return task.request().delivery().streamed() ? piece() : whole();
        } catch (IOException e) {
            throw settlement.broken(task, e);
        }
    }

    /** Stops the provider too, unless what is left is rendered to its end. */
    @Override
    public void leave() {
        boolean goes = goes();
        if (isUnwanted()) {
            stop();
        }
        if (goes) {
            settlement.left(task, repeat, heard);
        }
    }

    /** The gateway cannot go on: the caller pays nothing, and may try again. From any thread. */
    public void breakOff() {
        brokenOff = true;
        stop();
    }

    /** Before the end it means that the caller has left, unless the gateway broke it off. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!wasStopped() && goes()) {
            settlement.left(task, repeat, heard);
        }
        try {
            finishIfWanted();
        } finally {
            settle();
        }
    }

    /** Under which it is rendered, as long as it is. */
    Optional<String> lease() {
        return task.state() instanceof TaskState.Processing(var _, var _, var lease)
                ? Optional.of(lease.token())
                : Optional.empty();
    }

    private @Nullable AudioChunk piece() throws IOException {
        var chunk = read();
        if (chunk == null) {
            finish();
        } else {
            heard = heard || chunk.bytes().length > 0 || !chunk.segments().isEmpty();
        }
        return chunk;
    }

    private AudioChunk whole() throws IOException {
        AudioChunk chunk;
        while ((chunk = read()) != null) {
            segments.addAll(chunk.segments());
        }
        finish();
        return new AudioChunk(NO_BYTES, segments);
    }

    private @Nullable AudioChunk read() throws IOException {
        while (true) {
            try {
                var chunk = begun().next();
                if (wasStopped()) {
                    throw ended();
                }
                turnsBegun = Math.max(turnsBegun, turnsBegunWith(chunk));
                return chunk;
            } catch (ProviderException e) {
                if (wasStopped() || e.failure().equals(Renderings.STOPPED)) {
                    throw ended();
                }
                replaceAfter(e.failure());
            } catch (Refused e) {
                throw e;
            } catch (RuntimeException e) {
                throw settlement.broken(task, e);
            }
        }
    }

    private LiveAttempt begun() throws ProviderException, IOException {
        var current = attempt;
        if (current == null) {
            if (isUnwanted()) {
                throw ended();
            }
            asked = true;
            current = begin();
            if (isUnwanted()) {
                current.stop(); // Whoever stopped it a moment ago found nothing to stop.
            }
        }
        return current;
    }

    /** Whatever the provider says at once, the task is stored before anybody hears of it. */
    private LiveAttempt begin() throws ProviderException, IOException {
        try {
            var begun = attempts.begin(task, permit, admitted::awaitStored);
            attempt = begun;
            admitted.awaitStored();
            return begun;
        } catch (ProviderException | IOException | RuntimeException e) {
            admitted.awaitStored();
            throw e;
        }
    }

    /** What was heard cannot be taken back, so there is no other attempt after it. */
    private void replaceAfter(Failure failure) {
        closeAttempt();
        var other = heard ? null : otherPermit(failure);
        if (heard) {
            task = settlement.failed(task, failure);
        } else if (other == null) {
            task = settlement.unheard(task, failure, repeat);
        } else {
            permit = other;
            task = settlement.replaced(task, failure, other.route(), repeat);
        }
        if (task.state() instanceof TaskState.Final) {
            throw task.state() instanceof TaskState.Failed ? Failures.refused(failure) : cancelled();
        }
        segments.clear();
        turnsBegun = 0;
    }

    /** Null where nobody may be asked now. */
    private @Nullable Permit otherPermit(Failure failure) {
        try {
            return failure.mayHaveRendered()
                    ? attempts.permitHere(task.routes())
                    : attempts.permit(task.routes().next());
        } catch (ProviderException _) {
            return null; // Then the failure that brought us here is the one to tell.
        }
    }

    private void finish() throws IOException {
        var current = attempt;
        if (current == null) {
            throw new IllegalStateException("what has not begun cannot end");
        }
        var made = current.made();
        task = settlement.finished(task, current.commit(), made);
        if (!(task.state() instanceof TaskState.Completed)) {
            throw cancelled();
        }
        close(); // A caller who is told the end may come again at once, and finds this one's place free.
    }

    /** Whoever left may come for the audio later. Where that cannot be finished, the books say why. */
    private void finishIfWanted() {
        if (isUnwanted() || wasStopped() || task.state() instanceof TaskState.Final) {
            return;
        }
        try {
            AudioChunk chunk;
            do {
                chunk = read();
            } while (chunk != null);
            finish();
        } catch (Refused e) {
            settlement.noteUnfinished(task, e);
        } catch (IOException e) {
            settlement.noteUnfinished(task, settlement.broken(task, e));
        }
    }

    private void settle() {
        try {
            var current = attempt;
            var made = current == null ? Duration.ZERO : current.length();
            closeAttempt();
            permit.giveBack();
            if (admitted.isStored() && !(task.state() instanceof TaskState.Final)) {
                task = brokenOff ? settlement.failed(task, STOPPING) : settlement.abandoned(task, turnsHeard(), made);
            }
        } finally {
            afterwards.accept(this);
        }
    }

    /** True once, where somebody goes before the end for whom the provider was asked. */
    private synchronized boolean goes() {
        boolean goes = !left && asked && !brokenOff && !(task.state() instanceof TaskState.Final);
        left = true;
        return goes;
    }

    private int turnsHeard() {
        return task.request().delivery().streamed() ? turnsBegun : 0;
    }

    private void closeAttempt() {
        var current = attempt;
        attempt = null;
        if (current != null) {
            current.close();
        }
    }

    private void stop() {
        attempts.stop(task);
        var current = attempt;
        if (current != null) {
            current.stop();
        }
    }

    private boolean isUnwanted() {
        return brokenOff || (left && settlement.onLeave() == OnLeave.CANCEL);
    }

    private boolean wasStopped() {
        var current = attempt;
        return current != null && current.wasStopped();
    }

    /** Where a provider tells no timings, its first byte may belong to any turn. */
    private int turnsBegunWith(@Nullable AudioChunk chunk) {
        if (chunk == null) {
            return turnsBegun;
        }
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
        admitted.awaitStored();
        task = settlement.failed(task, STOPPING);
        return Failures.refused(STOPPING);
    }

    private static Refused cancelled() {
        return new Refused(new Refusal.TaskCancelled("The task was cancelled."));
    }
}
