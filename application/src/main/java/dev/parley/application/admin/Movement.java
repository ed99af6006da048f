package dev.parley.application.admin;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import java.time.Instant;

/**
 * Credits that an operator gave or took back.
 *
 * @param balance after it
 */
public record Movement(String account, Entry.Kind kind, Credits amount, String reason, Instant at, Balance balance) {}
