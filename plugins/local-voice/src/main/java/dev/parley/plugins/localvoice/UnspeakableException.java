package dev.parley.plugins.localvoice;

/** FreeTTS failed on some text. */
final class UnspeakableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnspeakableException(Throwable cause) {
        super(cause);
    }
}
