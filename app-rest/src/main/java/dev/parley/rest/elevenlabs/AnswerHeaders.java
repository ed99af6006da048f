package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.access.AdmitCall;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.stream.LiveStreams;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.rest.http.Delivered;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.http.RequestIds;
import dev.parley.rest.http.Warnings;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an answer of audio says beside it. */
@Singleton
final class AnswerHeaders {

    static final String XI_REQUEST_ID = "xi-request-id";

    private final ReadCredits credits;
    private final AdmitCall calls;
    private final LiveStreams streams;
    private final Limits limits;

    AnswerHeaders(ReadCredits credits, AdmitCall calls, LiveStreams streams, Limits limits) {
        this.credits = credits;
        this.calls = calls;
        this.streams = streams;
        this.limits = limits;
    }

    /**
     * Adds them all.
     *
     * @param repeated whether it is the answer to an earlier request
     * @param more warnings beside the task's own
     */
    <T> MutableHttpResponse<T> add(
            MutableHttpResponse<T> response, Asked asked, Task task, boolean repeated, List<String> more) {
        RequestIds.name(asked.request(), task.id());
        response.header(XI_REQUEST_ID, task.id().toString())
                .header("x-parley-task-id", task.id().toString())
                .header(Delivered.PROVIDER, task.provider())
                .header("character-cost", Integer.toString(task.request().characters()))
                .header("x-credits-charged", text(charged(task)))
                .header(
                        "x-credits-remaining",
                        text(credits.balance(asked.caller()).available()));
        addConcurrency(response, asked.caller());
        if (asked.order().draft() instanceof MusicDraft music && music.options().kept()) {
            response.header("song-id", task.id().toString());
        }
        if (repeated) {
            response.header(IdempotencyHeader.REPLAYED, "true");
        }
        return Warnings.add(
                response,
                Stream.of(task.warnings(), asked.warnings(), more)
                        .flatMap(List::stream)
                        .toList());
    }

    /** While it is under way: what it will cost whoever hears all of it. */
    private static Credits charged(Task task) {
        return task.state() instanceof Completed completed
                ? completed.cost()
                : task.route().quote().price();
    }

    /** Of the two bounds the narrower: calls at once of the key, and streams of the account. */
    private void addConcurrency(MutableHttpResponse<?> response, Caller caller) {
        int ofAccount = limits.accountStreamsMax();
        int ofKey = Objects.requireNonNullElse(caller.limits().callsAtOnce(), Integer.MAX_VALUE);
        int most = Math.min(ofKey, ofAccount);
        int now = ofKey <= ofAccount ? calls.underWay(caller) : streams.open(caller.account());
        response.header("maximum-concurrent-requests", Integer.toString(most))
                // This one counts, also where its audio is made and only the answer is left to do.
                .header("current-concurrent-requests", Integer.toString(Math.max(1, now)));
    }

    private static String text(Credits credits) {
        return credits.toDecimal().toPlainString();
    }
}
