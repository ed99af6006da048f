package dev.parley.bench.run;

/** Why a target is not measured. */
final class CannotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    CannotRunException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
