package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.completed;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.storage.Stores;
import dev.parley.domain.ledger.AuditReport;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.ports.store.LedgerAudit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link LedgerAudit} finds. */
abstract class LedgerAuditContract {
    private Stores stores;

    /** Empty stores. */
    abstract Stores stores();

    abstract StoreBeans beans();

    /** Does what the database refuses to do to its ledger. */
    abstract void tamper(String... statements);

    @BeforeEach
    void storeATaskOfEachKind() {
        stores = stores();
        stores.ledger().grant(ACCOUNT, credits(1000), "opening", NOON);
        stores.ledger().withdraw(ACCOUNT, credits(100), "moved away", NOON);
        submit();
        end(submit(), completed(10, NOON));
        end(submit(), new Cancelled(credits(3), NOON));
        end(submit(), new Failed(new Rejected("no"), NOON));
    }

    @Test
    void whatWasStoredTogetherIsClean() {
        assertThat(audit()).isEqualTo(new AuditReport(1, 11, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE balance SET available_micros = available_micros + 1 | Account acc_1: the entries make
        UPDATE balance SET spent_micros = spent_micros - 1 | Account acc_1: the entries make
        UPDATE balance SET held_micros = 12, available_micros = available_micros + 1 | its open holds make 13 micro
        DELETE FROM balance | its balance says 0, 0 and 0
        DELETE FROM ledger_entry WHERE kind = 'GRANT' | Account acc_1: the entries make
        DELETE FROM ledger_entry WHERE kind = 'CAPTURE' AND amount_micros = 10 | Hold hld_
        DELETE FROM ledger_entry WHERE phase = 'REST' AND amount_micros = 3 | 13 micro-credits were held, and 10 taken
        DELETE FROM ledger_entry WHERE phase = 'HOLD' | made 0 times and settled 1 times
        UPDATE ledger_entry SET account = 'acc_2' WHERE kind = 'CAPTURE' AND amount_micros = 10 | Account acc_2: the
        UPDATE task SET status = 'CANCELLED', cost_micros = 0, ended_ms = 1 WHERE status = 'PENDING' | has ended, and its
        UPDATE task SET status = 'PENDING', attempts = 1, unknowns = 0, not_before_ms = 1 WHERE status = 'FAILED' | not ended
        UPDATE task SET quote_micros = 14 WHERE status = 'PENDING' | no open hold of its 14 micro-credits
        UPDATE task SET quote_micros = 14 WHERE status = 'FAILED' | no settled hold of its 14 micro-credits
        UPDATE task SET account = 'acc_2' WHERE status = 'PENDING' | no open hold of its 13 micro-credits
        UPDATE task SET cost_micros = 9 WHERE status = 'COMPLETED' | says that it cost 9 micro-credits; its hold gave 10
        UPDATE task SET cost_micros = 0 WHERE status = 'CANCELLED' | says that it cost 0 micro-credits; its hold gave 3
        UPDATE task SET cost_micros = 1 WHERE status = 'FAILED' | says that it cost 1 micro-credits; its hold gave 0
        DELETE FROM task WHERE status = 'PENDING' | no task is its own
        """)
    void whatWasTamperedWithIsFound(String statement, String sentence) {
        tamper(statement);

        assertThat(audit().differences()).anySatisfy(found -> assertThat(found).contains(sentence));
    }

    @Test
    void aSecondSettlementIsFound() {
        tamper("""
            INSERT INTO ledger_entry (id, account, kind, debit, credit, phase, amount_micros, reference, at_ms)
            SELECT 'ent_x', account, 'RELEASE', 'HELD', 'AVAILABLE', 'REST', 13, reference, 1
            FROM ledger_entry WHERE kind = 'RELEASE' AND phase = 'SETTLE'
            """, "UPDATE balance SET available_micros = available_micros + 13, held_micros = held_micros - 13");

        assertThat(audit().differences())
                .anySatisfy(
                        found -> assertThat(found).contains("13 micro-credits were held, and 26 taken or given back"));
    }

    @Test
    void aHoldThatIsOpenForAFinishedTaskIsFoundThoughTheBalanceAgrees() {
        tamper(
                "DELETE FROM ledger_entry WHERE phase = 'SETTLE' AND kind = 'RELEASE'",
                "UPDATE balance SET available_micros = available_micros - 13, held_micros = held_micros + 13");

        assertThat(audit().differences())
                .singleElement()
                .asString()
                .contains("has ended, and its account has no settled");
    }

    @Test
    void moreDifferencesThanAreToldDoNotMatter() {
        for (int i = 0; i <= LedgerAudit.DIFFERENCES_MAX; i++) {
            stores.tasks().add(aPendingTask());
        }

        assertThat(audit().differences()).hasSize(LedgerAudit.DIFFERENCES_MAX);
    }

    @Test
    void anAuditWaitsForNobodyAndSeesNothingUnfinished() {
        var report = stores.transactions().run(() -> {
            stores.ledger().grant(ACCOUNT, credits(1), "gift", NOON);
            stores.tasks().add(aPendingTask());
            return audit();
        });

        assertThat(report).isEqualTo(new AuditReport(1, 11, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void anyHistoryOfWholeStepsIsClean(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 200; step++) {
            var task = submit();
            switch (random.nextInt(6)) {
                case 0 -> end(task, completed(random.nextInt(14), NOON));
                case 1 -> end(task, new Cancelled(credits(random.nextInt(14)), NOON));
                case 2 -> end(task, new Failed(new Rejected("no"), NOON));
                case 3 -> stores.ledger().grant(ACCOUNT, credits(random.nextInt(100)), "gift", NOON);
                case 4 -> stores.ledger().withdraw(ACCOUNT, credits(random.nextInt(100)), "moved away", NOON);
                default -> stores.ledger().grant("acc_" + step, credits(step), "gift", NOON);
            }
        }

        assertThat(audit().differences()).isEmpty();
    }

    private AuditReport audit() {
        return beans().audit().audit();
    }

    /** A task if the credits suffice, as the gateway stores one; else one that was never stored. */
    private Task submit() {
        var task = aPendingTask();
        return stores.transactions().run(() -> {
            if (stores.ledger().hold(task.hold(), NOON)) {
                stores.tasks().add(task);
            }
            return task;
        });
    }

    private void end(Task task, TaskState state) {
        stores.transactions().run(() -> {
            boolean saved = stores.tasks().save(task.in(state));
            if (saved) {
                settle(task, state);
            }
            return saved;
        });
    }

    private void settle(Task task, TaskState state) {
        switch (state) {
            case TaskState.Completed completed -> stores.ledger().capture(task.hold(), completed.cost(), NOON);
            case Cancelled cancelled -> stores.ledger().capture(task.hold(), cancelled.cost(), NOON);
            case Failed _ -> stores.ledger().release(task.hold(), NOON);
            case TaskState.Pending _, TaskState.Processing _ -> throw new IllegalStateException("this is no end");
        }
    }
}
