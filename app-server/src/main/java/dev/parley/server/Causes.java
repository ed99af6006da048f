package dev.parley.server;

import java.util.regex.Pattern;

/** What is behind a failure. */
final class Causes {

    /** A secret may stand there, under a name that is spelt wrongly. */
    private static final Pattern PARAMETERS = Pattern.compile("(jdbc:[^?\\s]*)\\?\\S*");

    private Causes() {}

    /** What the first of them said, which the others only wrap. */
    static String last(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage() == null ? root.toString() : root.getMessage();
        return PARAMETERS.matcher(message).replaceAll("$1");
    }
}
