package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.Account;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("account")
record AccountRow(@Id String id, String name, long createdMs, boolean banned) {
    static AccountRow of(Account account) {
        return new AccountRow(account.id(), account.name(), account.createdAt().toEpochMilli(), account.banned());
    }

    Account toAccount() {
        return new Account(id, name, Instant.ofEpochMilli(createdMs), banned);
    }
}
