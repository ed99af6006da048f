package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.id.OrderedId;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param phase of the hold that the entry begins or settles; null for a grant and a withdrawal */
@MappedEntity("ledger_entry")
record EntryRow(
        @Id String id,
        String account,
        Entry.Kind kind,
        Entry.Purse debit,
        Entry.Purse credit,
        @Nullable Phase phase,
        long amountMicros,
        String reference,
        long atMs) {

    /** What happens to a hold at most once each. */
    enum Phase {
        HOLD,
        SETTLE,
        /** Of a captured hold, what was not taken. */
        REST
    }

    static EntryRow of(Entry entry, @Nullable Phase phase) {
        return new EntryRow(
                entry.id(),
                entry.account(),
                entry.kind(),
                entry.kind().from(),
                entry.kind().to(),
                phase,
                entry.amount().micros(),
                entry.reference(),
                entry.at().toEpochMilli());
    }

    static String newId(Instant at) {
        return "ent_" + OrderedId.at(at);
    }

    Entry toEntry() {
        return new Entry(id, account, kind, new Credits(amountMicros), reference, Instant.ofEpochMilli(atMs));
    }
}
