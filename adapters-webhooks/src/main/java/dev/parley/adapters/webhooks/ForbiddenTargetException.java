package dev.parley.adapters.webhooks;

/** A URL that nothing is sent to. The complaint follows the name of the field: "must be ...". */
final class ForbiddenTargetException extends Exception {

    private final String complaint;

    ForbiddenTargetException(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }

    /** Told to callers, who can send these in numbers: without a stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
