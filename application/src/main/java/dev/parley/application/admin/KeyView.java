package dev.parley.application.admin;

import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import java.util.Map;

/**
 * A key and what it has spent.
 *
 * @param spent in the hour and the day that are now, and ever
 */
public record KeyView(ApiKey key, Map<SpendSpan, Credits> spent) {}
