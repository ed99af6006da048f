package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Bill;
import dev.parley.domain.task.AttemptRecord.Ending;
import dev.parley.domain.task.AttemptRecord.Outcome;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt as one line of its table. It has an ending in all three of its columns, or in none. */
@MappedEntity("attempt")
record AttemptRow(
        @Id String task,
        @Id int number,
        String provider,
        long dispatchedMs,
        @Nullable String upstreamId,
        @Nullable Outcome outcome,
        @Nullable String detail,
        @Nullable Long endedMs,
        @Nullable String billRequestId,
        @Nullable String billCredential,
        @Nullable String billCost) {

    AttemptRecord toRecord() {
        var ending = outcome == null || detail == null || endedMs == null
                ? null
                : new Ending(outcome, detail, Instant.ofEpochMilli(endedMs), bill());
        return new AttemptRecord(
                UUID.fromString(task), number, provider, Instant.ofEpochMilli(dispatchedMs), upstreamId, ending);
    }

    private @Nullable Bill bill() {
        return billRequestId == null && billCredential == null && billCost == null
                ? null
                : new Bill(billRequestId, billCredential, billCost == null ? null : new BigDecimal(billCost));
    }
}
