package dev.parley.domain.task;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.ledger.Hold;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.webhook.Callback;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A durable request to render, with the credits held for it. There is no task without a hold, and nothing is rendered but
 * tasks.
 *
 * @param id shown to the caller
 * @param key id of the API key that asked for it
 * @param mode whether a worker drains it into a file, or a live caller into their ears
 * @param provider name of the provider that renders it
 * @param request what the provider is asked for; its format is one of the provider's own
 * @param output format and place of delivery
 * @param quote by the public model that the caller named
 * @param warnings what the caller should know about how the request was understood
 * @param revision counts saved states: a writer whose revision is not the stored one has lost
 */
public record Task(
        UUID id,
        String account,
        String key,
        Mode mode,
        String provider,
        RenderRequest request,
        Output output,
        Quote quote,
        List<String> warnings,
        Instant createdAt,
        TaskState state,
        int revision) {

    public Task {
        warnings = List.copyOf(warnings);
    }

    /** How a task's audio leaves. */
    public enum Mode {
        /** A worker renders it in its own time; it may be attempted again. */
        QUEUED,
        /** A caller listens while it is rendered; it is attempted again only while they have heard nothing. */
        LIVE
    }

    /**
     * How a task's result is handed over.
     *
     * @param format of the stored and streamed audio
     * @param callback who is told of the task; null if nobody is
     */
    public record Output(AudioFormat format, @Nullable Callback callback) {}

    /** The hold that was made for this task. */
    public Hold hold() {
        return new Hold("hld_" + id, account, quote.price());
    }

    /** The same task after a step. */
    public Task in(TaskState next) {
        return new Task(
                id, account, key, mode, provider, request, output, quote, warnings, createdAt, next, revision + 1);
    }
}
