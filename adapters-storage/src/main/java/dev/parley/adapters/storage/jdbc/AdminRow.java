package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.Admin;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("admin")
record AdminRow(@Id String name, String passwordHash, long passwordSinceMs) {
    Admin toAdmin() {
        return new Admin(name, passwordHash, Instant.ofEpochMilli(passwordSinceMs));
    }
}
