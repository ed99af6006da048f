package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;

class PostgresLedgerAuditTest extends LedgerAuditContract {
    @Override
    Stores stores() {
        return SharedPostgres.emptied();
    }

    @Override
    StoreBeans beans() {
        return SharedPostgres.used();
    }

    @Override
    void tamper(String... statements) {
        beans().execute("ALTER TABLE ledger_entry DISABLE TRIGGER USER");
        beans().execute(statements);
        beans().execute("ALTER TABLE ledger_entry ENABLE TRIGGER USER");
    }
}
