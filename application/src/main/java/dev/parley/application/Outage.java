package dev.parley.application;

import dev.parley.domain.refusal.Refusal;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;

/** The store cannot be reached. No fault of the caller's, and none that is worth a stack trace for each of them. */
public final class Outage {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int CAUSES_MAX = 20;

    /** Connection exceptions of SQL:2023. */
    private static final String CONNECTION = "08";

    /** A PostgreSQL that stops, starts or was told to end the session. */
    private static final String SHUTDOWN = "57P";

    private Outage() {}

    /** What callers are told, if this came of an outage. */
    public static Optional<Refusal> of(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return Optional.of(
                        new Refusal.Unavailable("The gateway cannot reach its database. Try again soon.", RETRY_AFTER));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || (state != null && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)));
    }
}
