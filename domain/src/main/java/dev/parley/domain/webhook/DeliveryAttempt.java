package dev.parley.domain.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * One call that has ended.
 *
 * @param number counts the delivery's attempts from 1; one is missing where a process died during it
 */
public record DeliveryAttempt(int number, Instant at, Duration took, DeliveryOutcome outcome) {}
