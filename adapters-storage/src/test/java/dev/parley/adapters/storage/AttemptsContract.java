package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Ending;
import dev.parley.domain.task.AttemptRecord.Outcome;
import dev.parley.ports.store.Attempts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Attempts} keeps. */
public abstract class AttemptsContract {
    private static final UUID TASK = UUID.randomUUID();
    private static final Ending ENDING = new Ending(Outcome.NOT_RENDERED, "refused", NOON.plusSeconds(1));

    private Attempts attempts;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        attempts = stores().attempts();
    }

    @Test
    void anAttemptIsOpenUntilItEnds() {
        attempts.add(attempt(1, null, null));
        assertThat(attempts.open(TASK)).contains(attempt(1, null, null));

        attempts.end(TASK, ENDING);
        assertThat(attempts.open(TASK)).isEmpty();
    }

    @Test
    void aTaskHasOneOpenAttempt() {
        attempts.add(attempt(1, null, null));

        assertThatThrownBy(() -> attempts.add(attempt(2, null, null))).isInstanceOf(RuntimeException.class);
        assertThat(attempts.list(TASK)).hasSize(1);
    }

    @Test
    void ofAttemptsThatRaceOneIsStored() {
        assertThat(Race.winners(16, this::isAdded)).isEqualTo(1);
    }

    @Test
    void anAttemptIsStoredBeforeItEnds() {
        assertThatThrownBy(() -> attempts.add(attempt(1, null, ENDING))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aNumberIsUsedOnce() {
        attempts.add(attempt(1, null, null));
        attempts.end(TASK, ENDING);

        assertThatThrownBy(() -> attempts.add(attempt(1, null, null))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theUpstreamIdIsNoted() {
        attempts.add(attempt(1, null, null));

        attempts.note(TASK, "job-7");

        assertThat(attempts.open(TASK)).contains(attempt(1, "job-7", null));
    }

    @Test
    void attemptsAreListedFirstToLast() {
        attempts.add(attempt(1, null, null));
        attempts.note(TASK, "job-7");
        attempts.end(TASK, ENDING);
        attempts.add(attempt(2, null, null));

        assertThat(attempts.list(TASK)).containsExactly(attempt(1, "job-7", ENDING), attempt(2, null, null));
    }

    @Test
    void whatHasEndedIsChangedNoMore() {
        attempts.add(attempt(1, null, null));
        attempts.end(TASK, ENDING);

        attempts.note(TASK, "job-7");
        attempts.end(TASK, new Ending(Outcome.WASTED, "late", NOON));

        assertThat(attempts.list(TASK)).containsExactly(attempt(1, null, ENDING));
    }

    @Test
    void anotherTasksAttemptIsAnother() {
        attempts.add(attempt(1, null, null));

        attempts.end(UUID.randomUUID(), ENDING);

        assertThat(attempts.open(TASK)).isPresent();
        assertThat(attempts.list(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeComesBack(Outcome outcome) {
        var ending = new Ending(outcome, "", NOON);
        attempts.add(attempt(1, null, null));

        attempts.end(TASK, ending);

        assertThat(attempts.list(TASK)).containsExactly(attempt(1, null, ending));
    }

    private boolean isAdded(int runner) {
        try {
            attempts.add(attempt(runner + 1, null, null));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static AttemptRecord attempt(int number, @Nullable String upstreamId, @Nullable Ending ending) {
        return new AttemptRecord(TASK, number, "local", NOON, upstreamId, ending);
    }
}
