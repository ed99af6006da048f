package dev.parley.domain.task;

import static dev.parley.domain.task.TaskSamples.LEASE;
import static dev.parley.domain.task.TaskSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Hold;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.task.Task.Mode;
import dev.parley.domain.task.Task.Output;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final AudioFormat FORMAT = AudioFormat.DEFAULT;
    private static final Turn TURN = new Turn("Hi \ud83d\ude00", new VoiceRef("local", "ada"));
    private static final Dialogue DIALOGUE = new Dialogue(List.of(TURN, TURN), DialogueSettings.DEFAULT);
    private static final UUID ID = UUID.fromString("0b9f3c9e-6f0e-4a39-8a53-0f3c1f0f6d11");
    private static final Task TASK = new Task(
            ID,
            "acc_1",
            "key_1",
            Mode.QUEUED,
            new Route(
                    "local",
                    new DialogueRequest("model", DIALOGUE, FORMAT),
                    new Quote("model", 8, Credits.ofWhole(1)),
                    List.of()),
            new Output(FORMAT, null),
            NOW,
            new Pending(0, 0, NOW),
            4);

    @Test
    void holdIsTheQuoteUnderTheTasksName() {
        assertThat(TASK.hold()).isEqualTo(new Hold("hld_" + ID, "acc_1", Credits.ofWhole(1)));
    }

    @Test
    void stepChangesTheStateAndCountsTheRevision() {
        var next = new Processing(1, 0, LEASE);
        assertThat(TASK.in(next))
                .usingRecursiveComparison()
                .isEqualTo(new Task(ID, "acc_1", "key_1", Mode.QUEUED, TASK.routes(), TASK.output(), NOW, next, 5));
    }

    @Test
    void dialogueRequestCountsAllTurns() {
        assertThat(TASK.request().characters()).isEqualTo(8);
    }

    @Test
    void speechRequestCountsItsTurn() {
        var speech = new SpeechRequest("model", TURN, SpeechSettings.DEFAULT, FORMAT);
        assertThat(speech.characters()).isEqualTo(4);
    }
}
