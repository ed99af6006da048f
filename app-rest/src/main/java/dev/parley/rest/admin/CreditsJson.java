package dev.parley.rest.admin;

import dev.parley.application.admin.Movement;
import dev.parley.rest.admin.AccountJson.BalanceJson;
import java.math.BigDecimal;

/** Credits that were given or taken back, and what the account has after it. */
record CreditsJson(String account, String kind, BigDecimal amount, String reason, String at, BalanceJson balance) {

    static CreditsJson of(Movement movement) {
        return new CreditsJson(
                movement.account(),
                Parameters.lower(movement.kind()),
                movement.amount().toDecimal(),
                movement.reason(),
                movement.at().toString(),
                BalanceJson.of(movement.balance()));
    }
}
