package dev.parley.ports.audio;

import java.io.IOException;

/** A file that was not had. Its message follows the name of a field, as "must be ...", and holds nothing of the URL. */
public final class OutOfReachException extends IOException {

    private final String complaint;

    public OutOfReachException(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    public String complaint() {
        return complaint;
    }

    /** Told to callers, who can ask for these in numbers: without a stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
