package dev.parley.ports.provider;

import dev.parley.domain.render.Failure;
import org.jspecify.annotations.Nullable;

/** An attempt that did not work. */
public final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ProviderException(Failure failure) {
        this(failure, null);
    }

    /** @param cause for the log */
    public ProviderException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
