package dev.parley.domain.ledger;

import java.util.List;

/**
 * What a look at the whole ledger found.
 *
 * @param accounts whose balances were recomputed
 * @param entries that were added up
 * @param differences a sentence for each, naming the account, the hold or the task
 */
public record AuditReport(long accounts, long entries, List<String> differences) {

    public AuditReport {
        differences = List.copyOf(differences);
    }

    public boolean isClean() {
        return differences.isEmpty();
    }
}
