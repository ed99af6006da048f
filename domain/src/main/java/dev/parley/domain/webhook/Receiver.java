package dev.parley.domain.webhook;

/** Whom a delivery is for. */
public sealed interface Receiver {

    /** Whom the task's caller named, once, with the task. */
    record OfTask() implements Receiver {}

    /** Whom the account has registered. */
    record Registered(String endpoint) implements Receiver {}
}
