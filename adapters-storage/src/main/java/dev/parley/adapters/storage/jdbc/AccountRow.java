package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.Account;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("account")
record AccountRow(@Id String id, String name, long createdMs) {
    static AccountRow of(Account account) {
        return new AccountRow(account.id(), account.name(), account.createdAt().toEpochMilli());
    }
}
