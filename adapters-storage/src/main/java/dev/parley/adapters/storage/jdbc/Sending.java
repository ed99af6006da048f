package dev.parley.adapters.storage.jdbc;

import io.micronaut.core.annotation.Introspected;

/** How many calls an account has under way. */
@Introspected
record Sending(String account, int count) {}
