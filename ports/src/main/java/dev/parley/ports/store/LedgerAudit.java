package dev.parley.ports.store;

import java.util.List;

/** Recomputes what is cached, from one moment's view of everything, and tells what does not add up. */
public interface LedgerAudit {

    /**
     * What was looked at, and what is wrong.
     *
     * @param accounts whose balances were recomputed
     * @param entries that were added up
     * @param differences a sentence for each, naming the account, the hold or the task; at most {@link #DIFFERENCES_MAX}
     */
    record Report(long accounts, long entries, List<String> differences) {

        public boolean isClean() {
            return differences.isEmpty();
        }
    }

    /** More are not told: one is enough to stop work. */
    int DIFFERENCES_MAX = 100;

    /**
     * Every balance against the sum of its entries; every sum of open holds against the held credits; every settlement
     * against its hold; every unfinished task against an open hold of its price, and every finished one against a settled
     * hold that took what the task says it cost. Takes time in proportion to the ledger, and keeps nobody waiting.
     */
    Report audit();
}
