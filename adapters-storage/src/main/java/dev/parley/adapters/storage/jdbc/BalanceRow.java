package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("balance")
record BalanceRow(@Id String account, long availableMicros, long heldMicros, long spentMicros) {
    Balance toBalance() {
        return new Balance(new Credits(availableMicros), new Credits(heldMicros), new Credits(spentMicros));
    }
}
