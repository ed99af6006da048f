package dev.parley.adapters.storage.jdbc;

import io.micronaut.core.annotation.Introspected;

/** Where something is due, and how many calls may go there at the moment. */
@Introspected
record DueLane(String lane, long dueMs, int room) {}
