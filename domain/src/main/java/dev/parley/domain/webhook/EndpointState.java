package dev.parley.domain.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an endpoint is told. */
public sealed interface EndpointState {

    /** @param failingSince when the first of the failures came of which no success followed; null where it is well */
    record Enabled(@Nullable Instant failingSince) implements EndpointState {}

    record Disabled(Reason reason, Instant since) implements EndpointState {}

    /** Who or what has disabled it. */
    enum Reason {
        /** Its account. */
        OWNER,
        /** The operator, who alone enables it again. */
        OPERATOR,
        /** It answered 410. */
        GONE,
        /** Every attempt failed for days. */
        FAILING
    }
}
