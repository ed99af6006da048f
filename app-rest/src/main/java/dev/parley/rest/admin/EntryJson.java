package dev.parley.rest.admin;

import dev.parley.domain.ledger.Entry;
import java.math.BigDecimal;

/** One line of the ledger: from which purse to which. */
record EntryJson(String id, String kind, String from, String to, BigDecimal amount, String reference, String at) {

    static EntryJson of(Entry entry) {
        return new EntryJson(
                entry.id(),
                Parameters.lower(entry.kind()),
                Parameters.lower(entry.kind().from()),
                Parameters.lower(entry.kind().to()),
                entry.amount().toDecimal(),
                entry.reference(),
                entry.at().toString());
    }
}
