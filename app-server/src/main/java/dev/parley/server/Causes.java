package dev.parley.server;

/** What is behind a failure. */
final class Causes {

    private Causes() {}

    /** What the first of them said, which the others only wrap. */
    static String last(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
