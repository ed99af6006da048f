package dev.parley.domain.refusal;

/** Carries a {@link Refusal} out of a walk to the edge that maps it. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        // No stack trace: a refusal is an answer, and answering must stay cheap under abuse.
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public static Refused invalid(String field, String message) {
        return new Refused(new Refusal.Invalid(field, message));
    }

    public Refusal refusal() {
        return refusal;
    }
}
