package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.SpendSpan;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("spend")
record SpendRow(@Id String apiKey, @Id SpendSpan span, @Id long startsMs, long micros) {}
