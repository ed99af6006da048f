package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.Stores;

class SqliteLedgerAuditTest extends LedgerAuditContract {
    @Override
    Stores stores() {
        return SharedSqlite.emptied();
    }

    @Override
    StoreBeans beans() {
        return SharedSqlite.used();
    }

    @Override
    void tamper(String... statements) {
        beans().execute("DROP TRIGGER ledger_entry_is_never_changed", "DROP TRIGGER ledger_entry_is_never_deleted");
        beans().execute(statements);
    }
}
