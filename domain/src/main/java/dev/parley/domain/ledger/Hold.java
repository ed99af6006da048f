package dev.parley.domain.ledger;

/**
 * Credits set aside for one task. Settled once: captured, at most in full, or released.
 *
 * @param id {@code hld_} and the task's id: a task has one hold
 */
public record Hold(String id, String account, Credits amount) {}
