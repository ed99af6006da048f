package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aHold;
import static dev.parley.adapters.storage.Examples.aKey;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.anAccount;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Entry.Kind;
import dev.parley.domain.ledger.Hold;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Pending;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the first version stored is kept, in the words of the present one. */
abstract class MigrationContract {
    private static final UUID PENDING = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID FAILED = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Hold OPEN = new Hold("hld_" + PENDING, ACCOUNT, credits(13));
    private static final Hold SETTLED = aHold("2", 60);

    private StoreBeans beans;

    /** An empty database. */
    abstract Map<String, Object> properties();

    @BeforeEach
    void upgrade() {
        var properties = properties();
        var first = new HashMap<>(properties);
        first.put("flyway.datasources.default.target", "1");
        try (var old = new StoreBeans(first)) {
            old.execute(accounts());
            old.execute(ledger());
            old.execute(task(PENDING, "'PENDING', 1, 1000, NULL, NULL, NULL"));
            old.execute(task(FAILED, "'FAILED', NULL, NULL, 'UNAVAILABLE', 'gone', 2000"));
        }
        beans = new StoreBeans(properties);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void accountsAreNotBanned() {
        assertThat(beans.stores().accounts().find(ACCOUNT)).contains(anAccount(ACCOUNT));
    }

    @Test
    void keysAreEnabledAndUnlimited() {
        assertThat(beans.stores().apiKeys().list(ACCOUNT)).containsExactly(aKey("key_1", "0a1b"));
    }

    @Test
    void theLedgerTellsTheSameStory() {
        assertThat(beans.stores().ledger().entries(ACCOUNT, null, 9))
                .extracting(Entry::id, Entry::kind, entry -> entry.amount().micros())
                .containsExactly(
                        tuple("ent_1", Kind.GRANT, 100L),
                        tuple("ent_2", Kind.HOLD, 60L),
                        tuple("ent_3", Kind.CAPTURE, 25L),
                        tuple("ent_4", Kind.RELEASE, 35L),
                        tuple("ent_5", Kind.HOLD, 13L));
        assertThat(beans.stores().ledger().balance(ACCOUNT))
                .isEqualTo(new Balance(credits(62), credits(13), credits(25)));
    }

    @Test
    void anOpenHoldIsSettledOnceAndASettledOneNotAgain() {
        var ledger = beans.stores().ledger();
        ledger.expire(OPEN, NOON);

        assertThatThrownBy(() -> ledger.release(OPEN, NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.release(SETTLED, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(ledger.balance(ACCOUNT)).isEqualTo(new Balance(credits(75), Credits.NONE, credits(25)));
        assertThat(ledger.entries(ACCOUNT, "ent_5", 9)).hasSize(1);
    }

    @Test
    void theLedgerIsStillOnlyAppendedTo() {
        assertThatThrownBy(() -> beans.execute("UPDATE ledger_entry SET amount_micros = 0"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> beans.execute("DELETE FROM ledger_entry")).hasMessageContaining("never deleted");
    }

    @Test
    void anEntryWhosePursesContradictItsKindIsRefused() {
        assertThatThrownBy(() -> beans.execute("""
            INSERT INTO ledger_entry (id, account, kind, debit, credit, amount_micros, reference, at_ms)
            VALUES ('ent_x', 'acc_1', 'WITHDRAW', 'OPERATOR', 'AVAILABLE', 1, 'x', 0)
            """)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tasksHaveNoKeyAndNothingUnknown() {
        var task = beans.stores().tasks().find(PENDING).orElseThrow();

        assertThat(task.key()).isEmpty();
        assertThat(task.state()).isEqualTo(new Pending(1, 0, Instant.ofEpochMilli(1000)));
    }

    @Test
    void nobodyKnowsWhetherWhatFailedWasRendered() {
        assertThat(beans.stores().tasks().find(FAILED).orElseThrow().state())
                .isEqualTo(new Failed(new Unavailable("gone", true), Instant.ofEpochMilli(2000)));
    }

    private static String[] accounts() {
        return new String[] {
            "INSERT INTO account VALUES ('acc_1', 'Ada', %d)".formatted(NOON.toEpochMilli()),
            "INSERT INTO api_key VALUES ('key_1', 'acc_1', '0a1b', 'sk-abcd', %d)".formatted(NOON.toEpochMilli()),
            "INSERT INTO balance VALUES ('acc_1', 62, 13, 25)"
        };
    }

    private static String ledger() {
        return """
            INSERT INTO ledger_entry (id, account, kind, phase, amount_micros, reference, at_ms) VALUES
                ('ent_1', 'acc_1', 'GRANT', NULL, 100, 'opening', 0),
                ('ent_2', 'acc_1', 'HOLD', 'HOLD', 60, 'hld_2', 1),
                ('ent_3', 'acc_1', 'CAPTURE', 'SETTLE', 25, 'hld_2', 2),
                ('ent_4', 'acc_1', 'RELEASE', 'REST', 35, 'hld_2', 2),
                ('ent_5', 'acc_1', 'HOLD', 'HOLD', 13, '%s', 3)
            """.formatted(OPEN.id());
    }

    private static String task(UUID id, String state) {
        return """
            INSERT INTO task (id, account, mode, provider, request, output_format, quote_model, quote_units, quote_micros,
                warnings, created_ms, revision, status, attempts, not_before_ms, failure_kind, failure_message, ended_ms)
            VALUES ('%s', 'acc_1', 'QUEUED', 'local', '%s', 'MP3_44100_128', 'm', 13, 13, '[]', 0, 0, %s)
            """.formatted(id, RequestJson.write(aPendingTask().request()), state);
    }
}
