package dev.parley.application.access;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call under way. Counts against its key's calls at once until it is closed, by any thread. */
public final class Call implements AutoCloseable {

    private final @Nullable Standing standing;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();

    Call(@Nullable Standing standing, Runnable end) {
        this.standing = standing;
        this.end = end;
    }

    /** How its key stood with its rate after it; empty where the rate is not limited. */
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    /** Once is enough, and more does nothing. */
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            end.run();
        }
    }
}
