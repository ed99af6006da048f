package dev.parley.application.account;

import dev.parley.application.Caller;
import dev.parley.domain.ledger.Balance;
import dev.parley.ports.store.Ledger;

/** What a caller has left. */
public final class ReadCredits {

    private final Ledger ledger;

    public ReadCredits(Ledger ledger) {
        this.ledger = ledger;
    }

    public Balance balance(Caller caller) {
        return ledger.balance(caller.account());
    }
}
