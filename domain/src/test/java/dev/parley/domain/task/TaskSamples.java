package dev.parley.domain.task;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Throttled;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** States, events and what they are made of. */
final class TaskSamples {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final RetryPolicy THREE_ATTEMPTS = new RetryPolicy(3, PAUSE, OnUnknown.REDISPATCH_ONCE);
    static final RetryPolicy REFUNDING = THREE_ATTEMPTS.with(OnUnknown.REFUND);
    static final Lease LEASE = new Lease("current", NOW.plusSeconds(60));
    static final AudioRef AUDIO = new AudioRef("0".repeat(32), AudioFormat.DEFAULT, 1234, "f".repeat(64));
    static final Credits COST = Credits.parse("1.4");

    static final Rejected REJECTED = new Rejected("Not this text.");
    static final Misconfigured MISCONFIGURED = new Misconfigured("The upstream key is bad.");
    static final Unavailable NOT_RENDERED = Unavailable.notRendered("Broken for now.");
    static final Unavailable UNKNOWN = new Unavailable("Broke off.", true);
    static final Unavailable CUT_SHORT = new Unavailable("The attempt was cut short.");

    private TaskSamples() {}

    static Throttled throttled(Duration retryAfter) {
        return new Throttled("Too fast.", retryAfter);
    }

    /** All records of a sealed family. */
    static Stream<Class<?>> kinds(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(TaskSamples::kinds)
                : Stream.of(family);
    }
}
