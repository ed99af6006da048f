package dev.parley.domain.task;

import java.time.Instant;

/** The right to run a task until a time. Whoever holds another token has lost it. */
public record Lease(String token, Instant until) {}
