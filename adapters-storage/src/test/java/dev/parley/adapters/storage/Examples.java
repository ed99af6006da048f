package dev.parley.adapters.storage;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Hold;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Things to store, where it does not matter which. */
public final class Examples {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final String ACCOUNT = "acc_1";
    public static final String KEY = "key_1";

    private Examples() {}

    public static Task aPendingTask() {
        return aPendingTask(ACCOUNT, NOON);
    }

    public static Task aPendingTask(String account, Instant createdAt) {
        return aTask(account, createdAt, new Pending(0, 0, createdAt));
    }

    public static Task aTask(String account, Instant createdAt, TaskState state) {
        return aTask(Task.Mode.QUEUED, account, createdAt, state);
    }

    public static Task aLiveTask(TaskState state) {
        return aTask(Task.Mode.LIVE, ACCOUNT, NOON, state);
    }

    private static Task aTask(Task.Mode mode, String account, Instant createdAt, TaskState state) {
        var turn = new Turn("Good evening.", new VoiceRef("local", "ada"));
        return new Task(
                UUID.randomUUID(),
                account,
                KEY,
                mode,
                new Route(
                        "local",
                        new SpeechRequest("local-1", turn, SpeechSettings.DEFAULT, AudioFormat.PCM_22050),
                        new Quote("parley-local", 13, credits(13)),
                        List.of()),
                new Task.Output(AudioFormat.DEFAULT, null),
                createdAt,
                state,
                0);
    }

    public static TaskState processing(Instant until) {
        return new Processing(1, 0, new Lease("lease-1", until));
    }

    public static TaskState completed(long cost, Instant at) {
        return new Completed(new AudioRef("0a1b", AudioFormat.DEFAULT, 9, "2c3d"), credits(cost), at);
    }

    public static Account anAccount(String id) {
        return new Account(id, "Ada", NOON, false);
    }

    /** An unlimited key. */
    public static ApiKey aKey(String id, String hash) {
        return new ApiKey(id, ACCOUNT, "first", hash, "sk-abcd", NOON, ApiKey.State.ENABLED, KeyLimits.NONE, null);
    }

    public static Credits credits(long micros) {
        return new Credits(micros);
    }

    public static Hold aHold(String name, long micros) {
        return new Hold("hld_" + name, ACCOUNT, credits(micros));
    }
}
