package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Usage;
import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** @param day counted from 1970 */
@Introspected
record UsageRow(
        long day, String account, String apiKey, String model, long tasks, long completed, long units, long micros) {
    Usage.Line toLine() {
        return new Usage.Line(
                LocalDate.ofEpochDay(day), account, apiKey, model, tasks, completed, units, new Credits(micros));
    }
}
