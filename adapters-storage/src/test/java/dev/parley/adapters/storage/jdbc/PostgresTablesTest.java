package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTablesTest {
    @ParameterizedTest
    @CsvSource({
        "UPDATE ledger_entry SET amount_micros = 0, never changed",
        "DELETE FROM ledger_entry, never deleted",
        "TRUNCATE ledger_entry, never deleted"
    })
    void theLedgerIsOnlyAppendedTo(String statement, String refusal) {
        SharedPostgres.used().stores().ledger().grant(ACCOUNT, credits(100), "opening", NOON);

        assertThatThrownBy(() -> SharedPostgres.used().execute(statement)).hasMessageContaining(refusal);
    }
}
