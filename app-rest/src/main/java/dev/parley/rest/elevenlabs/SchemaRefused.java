package dev.parley.rest.elevenlabs;

/** A request that is not of the promised form. */
final class SchemaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorJson.Wrong wrong;

    SchemaRefused(ErrorJson.Wrong wrong) {
        // No stack trace: refusing must stay cheap under abuse.
        super(wrong.msg(), null, false, false);
        this.wrong = wrong;
    }

    ErrorJson.Wrong wrong() {
        return wrong;
    }
}
