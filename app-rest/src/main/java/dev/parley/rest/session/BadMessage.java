package dev.parley.rest.session;

import dev.parley.domain.session.SessionEnd;

/** A client's message that means nothing, or breaks a rule: it ends the session. */
final class BadMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int GARBLED = 1007;
    private static final int TOO_BIG = 1009;

    private final transient Complaint complaint;

    private BadMessage(String message, int code) {
        // No stack trace: refusing must stay cheap under abuse.
        super(message, null, false, false);
        this.complaint = new Complaint("input_error", message, code);
    }

    /** Not of the form that was agreed on. */
    static BadMessage garbled(String message) {
        return new BadMessage(message, GARBLED);
    }

    static BadMessage wrong(String message) {
        return new BadMessage(message, SessionEnd.POLICY);
    }

    static BadMessage tooBig(String message) {
        return new BadMessage(message, TOO_BIG);
    }

    Complaint complaint() {
        return complaint;
    }
}
