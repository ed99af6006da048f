package dev.parley.ports.store;

import dev.parley.domain.ledger.AuditReport;

/** Recomputes what is cached, from one moment's view of everything, and tells what does not add up. */
public interface LedgerAudit {

    /** More differences are not told: one is enough to stop work. */
    int DIFFERENCES_MAX = 100;

    /**
     * Every balance against the sum of its entries; every sum of open holds against the held credits; every settlement
     * against its hold; every unfinished task against an open hold of its price, and every finished one against a settled
     * hold that took what the task says it cost. Takes time in proportion to the ledger, and keeps nobody waiting.
     */
    AuditReport audit();
}
