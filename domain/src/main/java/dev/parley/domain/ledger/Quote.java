package dev.parley.domain.ledger;

/** The price told before the work: of so many units by one public model's rate. */
public record Quote(String model, long units, Credits price) {}
