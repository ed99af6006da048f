package dev.parley.bench.machine;

/** Why a target is not measured. */
public final class CannotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    public CannotRunException(String why) {
        super(why);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
