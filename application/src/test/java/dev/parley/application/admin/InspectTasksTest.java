package dev.parley.application.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.admin.InspectTasks.Status;
import dev.parley.application.admin.ReadUsage.By;
import dev.parley.application.admin.ReadUsage.Sum;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at tasks, and adding them up. */
class InspectTasksTest {

    private final Office office = new Office();

    @Test
    void aTaskIsShownWithItsAttempts() {
        var task = task("acc_1", "key_1", "m", pending());
        office.store.attempts().add(new AttemptRecord(task.id(), 1, "acme", office.now, null, null));
        office.store.attempts().note(task.id(), "up-7");

        var shown = office.tasks.show(task.id().toString());

        assertThat(shown.task()).isEqualTo(task);
        assertThat(shown.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.provider()).isEqualTo("acme");
            assertThat(attempt.upstreamId()).isEqualTo("up-7");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
    void whatIsNoTaskIsNotFound(String id) {
        assertThat(Office.refusedBy(() -> office.tasks.show(id))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void tasksOfEverybodyAreListedNewestFirst() {
        var first = task("acc_1", "key_1", "m", pending());
        var second = task("acc_2", "key_2", "m", pending());

        assertThat(office.tasks.page(null, null, null, null).entries()).containsExactly(second, first);
        assertThat(office.tasks.page("acc_1", null, null, null).entries()).containsExactly(first);
    }

    @Test
    void pagesOfOneStatusHoldEachOfItsTasksOnce() {
        List<Task> cancelled = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            cancelled.addFirst(task("acc_1", "key_1", "m", cancelled("1")));
            task("acc_1", "key_1", "m", pending());
        }
        List<Task> listed = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = office.tasks.page("acc_1", Status.CANCELLED, cursor, 3);
            listed.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(listed).isEqualTo(cancelled);
    }

    @Test
    void aRareStatusIsLookedForInBoundedSteps() {
        var rare = task("acc_1", "key_1", "m", cancelled("1"));
        for (int i = 0; i < 2_500; i++) {
            task("acc_1", "key_1", "m", pending());
        }
        var first = office.tasks.page("acc_1", Status.CANCELLED, null, 10);

        assertThat(first.entries()).isEmpty();
        assertThat(office.tasks
                        .page("acc_1", Status.CANCELLED, first.nextCursor(), 10)
                        .entries())
                .containsExactly(rare);
    }

    @Test
    void aTaskOfAnotherAccountIsNoCursor() {
        var task = task("acc_1", "key_1", "m", pending());

        assertThat(Office.refusedBy(
                        () -> office.tasks.page("acc_2", null, task.id().toString(), null)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      | null/null/null 6",
                "KEY   | null/a/null 4, null/b/null 2",
                "MODEL | null/null/m 3, null/null/n 3",
                "DAY   | 2026-11-21/null/null 3, 2026-11-22/null/null 3",
            })
    void sumsAreKeptApartByWhatIsAsked(@Nullable String apart, String sums) {
        for (int day = 0; day < 2; day++) {
            task("acc_1", "a", "m", cancelled("1"));
            task("acc_1", "a", "n", cancelled("1"));
            task("acc_1", "b", day == 0 ? "m" : "n", cancelled("1"));
            office.forward(Duration.ofDays(1));
        }
        Set<By> by = apart == null ? EnumSet.noneOf(By.class) : EnumSet.of(By.valueOf(apart));

        var report = office.usage.between("acc_1", LocalDate.parse("2026-11-20"), null, by);

        assertThat(report.sums().stream().map(InspectTasksTest::shown).toList()).isEqualTo(List.of(sums.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-04-02, false",
        "2026-01-01, 2026-04-03, true",
        "2026-01-02, 2026-01-01, true",
        "+999999999-01-01, +999999999-01-01, true",
        "-999999999-01-01, -999999999-01-01, true",
        "1970-01-01, 1970-01-01, false"
    })
    void atMost92DaysAreAddedUp(String from, String to, boolean refused) {
        Runnable walk = () -> office.usage.between(null, LocalDate.parse(from), LocalDate.parse(to), Set.of(By.DAY));

        assertThat(Office.refusedBy(walk) != null).isEqualTo(refused);
    }

    @Test
    void aDayBeginsAtMidnightOfUtcAndEndsBeforeTheNext() {
        office.now = Instant.parse("2026-11-21T00:00:00Z");
        task("acc_1", "a", "m", pending());
        office.now = Instant.parse("2026-11-21T23:59:59.998Z");
        task("acc_1", "a", "m", pending());
        office.now = Instant.parse("2026-11-22T00:00:00Z");
        task("acc_1", "a", "m", pending());
        var day = LocalDate.parse("2026-11-21");

        assertThat(office.usage.between(null, day, day, Set.of()).sums())
                .singleElement()
                .satisfies(sum -> assertThat(sum.tasks()).isEqualTo(2));
    }

    private Task task(String account, String key, String model, TaskState state) {
        office.forward(Duration.ofMillis(1));
        var turn = new Turn("Hello", new VoiceRef("acme", "v"));
        var task = new Task(
                UUID.randomUUID(),
                account,
                key,
                Task.Mode.QUEUED,
                new Route(
                        "acme",
                        new SpeechRequest("m", turn, SpeechSettings.DEFAULT, AudioFormat.MP3_44100_128),
                        new Quote(model, 5, Credits.ofWhole(2)),
                        List.of()),
                new Task.Output(AudioFormat.MP3_44100_128, null),
                office.now,
                state,
                0);
        office.store.tasks().add(task);
        return task;
    }

    private TaskState pending() {
        return new Pending(0, 0, office.now);
    }

    private TaskState cancelled(String cost) {
        return new Cancelled(Credits.parse(cost), office.now);
    }

    private static String shown(Sum sum) {
        return sum.day() + "/" + sum.key() + "/" + sum.model() + " " + sum.credits();
    }
}
