package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.KEY;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.aTask;
import static dev.parley.adapters.storage.Examples.completed;
import static dev.parley.adapters.storage.Examples.credits;
import static dev.parley.adapters.storage.Examples.processing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.ports.store.Usage.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.ports.store.Usage} tells. */
public abstract class UsageContract {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant MIDNIGHT = NOON.truncatedTo(ChronoUnit.DAYS);

    private Stores stores;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
    }

    @Test
    void nothingAskedForIsNoUsage() {
        assertThat(usage(null)).isEmpty();
    }

    @Test
    void tasksOfADayAddUp() {
        stores.tasks().add(aPendingTask());
        stores.tasks().add(aTask(ACCOUNT, NOON, processing(NOON)));
        stores.tasks().add(aTask(ACCOUNT, NOON, completed(10, NOON)));
        stores.tasks().add(aTask(ACCOUNT, NOON, new Cancelled(credits(3), NOON)));
        stores.tasks().add(aTask(ACCOUNT, NOON, new Failed(new Rejected("no"), NOON)));

        assertThat(usage(ACCOUNT)).containsExactly(line(TODAY, ACCOUNT, 5, 1, 13));
    }

    @Test
    void daysEndAtMidnightOfUtc() {
        stores.tasks().add(aPendingTask(ACCOUNT, MIDNIGHT));
        stores.tasks().add(aPendingTask(ACCOUNT, MIDNIGHT.minusMillis(1)));

        assertThat(usage(ACCOUNT))
                .containsExactly(line(TODAY.minusDays(1), ACCOUNT, 1, 0, 0), line(TODAY, ACCOUNT, 1, 0, 0));
    }

    @Test
    void theFirstInstantCountsAndTheLastDoesNot() {
        stores.tasks().add(aPendingTask(ACCOUNT, MIDNIGHT));

        assertThat(stores.usage().between(null, MIDNIGHT, MIDNIGHT.plusMillis(1), 10))
                .hasSize(1);
        assertThat(stores.usage().between(null, MIDNIGHT.minusSeconds(1), MIDNIGHT, 10))
                .isEmpty();
        assertThat(stores.usage().between(null, MIDNIGHT.plusMillis(1), NOON, 10))
                .isEmpty();
    }

    @Test
    void anAccountSeesItsOwnAndTheOperatorAll() {
        stores.tasks().add(aPendingTask("acc_b", NOON));
        stores.tasks().add(aPendingTask("acc_C", NOON));

        assertThat(usage("acc_b")).containsExactly(line(TODAY, "acc_b", 1, 0, 0));
        assertThat(usage(null)).extracting(Line::account).containsExactly("acc_C", "acc_b");
        assertThat(stores.usage().between(null, MIDNIGHT, NOON.plusMillis(1), 1))
                .hasSize(1);
    }

    private List<Line> usage(@Nullable String account) {
        return stores.usage().between(account, MIDNIGHT.minus(1, ChronoUnit.DAYS), NOON.plusMillis(1), 100);
    }

    private static Line line(LocalDate day, String account, long tasks, long completed, long micros) {
        return new Line(day, account, KEY, "parley-local", tasks, completed, tasks * 13, credits(micros));
    }
}
