package dev.parley.rest.nativeapi;

import dev.parley.domain.ledger.Balance;
import java.math.BigDecimal;

/** A balance. */
record CreditsJson(BigDecimal available, BigDecimal held, BigDecimal spent) {
    static CreditsJson of(Balance balance) {
        return new CreditsJson(
                balance.available().toDecimal(),
                balance.held().toDecimal(),
                balance.spent().toDecimal());
    }
}
