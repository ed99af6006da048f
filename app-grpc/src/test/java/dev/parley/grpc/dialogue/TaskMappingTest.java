package dev.parley.grpc.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskMappingTest {

    private static final Instant CREATED = Instant.parse("2026-11-21T10:00:00.123456789Z");
    private static final Instant ENDED = CREATED.plusSeconds(5);
    private static final URI URL = URI.create("https://parley.example/audio/1");

    private final TaskMapping mapping = new TaskMapping(_ -> Optional.of(URL));

    @Test
    void timesKeepTheirNanoseconds() {
        var shown = mapping.task(task(new TaskState.Pending(0, 0, CREATED)));

        assertThat(Instant.ofEpochSecond(
                        shown.getCreatedAt().getSeconds(), shown.getCreatedAt().getNanos()))
                .isEqualTo(CREATED);
    }

    static Stream<Arguments> states() {
        var lease = new Lease("t", ENDED);
        var audio = new AudioRef("a".repeat(32), AudioFormat.DEFAULT, 3, "b".repeat(64));
        return Stream.of(
                Arguments.of(new TaskState.Pending(2, 0, CREATED), "TASK_STATE_PENDING", 2, -1L),
                Arguments.of(new TaskState.Processing(3, 0, lease), "TASK_STATE_PROCESSING", 3, -1L),
                Arguments.of(new TaskState.Completed(audio, new Credits(7), ENDED), "TASK_STATE_COMPLETED", -1, 7L),
                Arguments.of(new TaskState.Failed(new Failure.Unavailable("m"), ENDED), "TASK_STATE_FAILED", -1, 0L),
                Arguments.of(new TaskState.Cancelled(new Credits(5), ENDED), "TASK_STATE_CANCELLED", -1, 5L));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStateShowsWhatIsTrueInItAndNothingElse(TaskState state, String name, int attempts, long charge) {
        var shown = mapping.task(task(state));

        assertThat(shown.getState()).hasToString(name);
        assertThat(shown.hasAttempts() ? shown.getAttempts() : -1).isEqualTo(attempts);
        assertThat(shown.hasChargeMicros() ? shown.getChargeMicros() : -1).isEqualTo(charge);
        assertThat(shown.hasEndedAt()).isEqualTo(state instanceof TaskState.Final);
        assertThat(shown.hasAudio()).isEqualTo(state instanceof TaskState.Completed);
        assertThat(shown.hasFailure()).isEqualTo(state instanceof TaskState.Failed);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.Rejected("prohibited"), "UPSTREAM_REJECTED", "prohibited"),
                Arguments.of(new Failure.Throttled("busy", Duration.ofSeconds(1)), "UPSTREAM_ERROR", "busy"),
                Arguments.of(new Failure.Unavailable("down"), "UPSTREAM_ERROR", "down"),
                Arguments.of(
                        new Failure.Misconfigured("the upstream key is bad"),
                        "UPSTREAM_ERROR",
                        "The provider is not available."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureTellsWhatTheCallerMayKnow(Failure failure, String reason, String message) {
        var shown = mapping.task(task(new TaskState.Failed(failure, ENDED))).getFailure();

        assertThat(shown.getReason()).isEqualTo(reason);
        assertThat(shown.getMessage()).isEqualTo(message);
    }

    @Test
    void withoutLinksTheUrlIsEmpty() {
        var audio = new AudioRef("a".repeat(32), AudioFormat.DEFAULT, 3, "b".repeat(64));
        var done = task(new TaskState.Completed(audio, Credits.NONE, ENDED));

        assertThat(mapping.task(done).getAudio().getUrl()).isEqualTo(URL.toString());
        assertThat(new TaskMapping(_ -> Optional.empty()).task(done).getAudio().getUrl())
                .isEmpty();
    }

    private static Task task(TaskState state) {
        var turn = new Turn("Hello", new VoiceRef("scripted", "ann"));
        return new Task(
                UUID.randomUUID(),
                "acc_1",
                "key_1",
                Task.Mode.QUEUED,
                new Route(
                        "scripted",
                        new DialogueRequest(
                                "scripted-1",
                                new Dialogue(List.of(turn), DialogueSettings.DEFAULT),
                                AudioFormat.DEFAULT),
                        new Quote("m", 5, new Credits(50)),
                        List.of()),
                new Task.Output(AudioFormat.DEFAULT, null),
                CREATED,
                state,
                0);
    }
}
