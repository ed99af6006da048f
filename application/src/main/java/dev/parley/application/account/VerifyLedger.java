package dev.parley.application.account;

import dev.parley.domain.ledger.AuditReport;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.LedgerAudit;
import java.time.Duration;

/** Recomputes every balance, and keeps new work out while something does not add up. */
public final class VerifyLedger {

    private static final System.Logger LOG = System.getLogger(VerifyLedger.class.getName());
    private static final Duration OPERATOR_NEEDED = Duration.ofMinutes(5);

    private final LedgerAudit audit;
    private volatile boolean clean = true;

    public VerifyLedger(LedgerAudit audit) {
        this.audit = audit;
    }

    /** Looks at all of it. What it finds decides whether new work is taken from now on. */
    public AuditReport verify() {
        var report = audit.audit();
        if (!report.isClean()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the ledger does not add up; no new work is taken until it does: {0}",
                    String.join("; ", report.differences()));
        } else if (!clean) {
            LOG.log(System.Logger.Level.INFO, "the ledger adds up again; new work is taken");
        }
        clean = report.isClean();
        return report;
    }

    /** @throws Refused while the last look found a difference */
    public void requireClean() {
        if (!clean) {
            throw new Refused(new Refusal.Unavailable(
                    "The gateway takes no new work until its operator has looked at its ledger.", OPERATOR_NEEDED));
        }
    }
}
