package dev.parley.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.admin.AccountView;
import dev.parley.domain.ledger.Balance;
import java.math.BigDecimal;

/** An account and what it has. */
record AccountJson(
        String id,
        String name,
        boolean banned,
        @JsonProperty("created_at") String createdAt,
        BalanceJson balance) {

    record BalanceJson(BigDecimal available, BigDecimal held, BigDecimal spent) {
        static BalanceJson of(Balance balance) {
            return new BalanceJson(
                    balance.available().toDecimal(),
                    balance.held().toDecimal(),
                    balance.spent().toDecimal());
        }
    }

    static AccountJson of(AccountView view) {
        var account = view.account();
        return new AccountJson(
                account.id(),
                account.name(),
                account.banned(),
                account.createdAt().toString(),
                BalanceJson.of(view.balance()));
    }
}
