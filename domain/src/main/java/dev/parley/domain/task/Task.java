package dev.parley.domain.task;

import dev.parley.domain.audio.Media;
import dev.parley.domain.ledger.Hold;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.render.RenderRequest;
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
 * @param routes who may render it, and who does
 * @param output format and place of delivery
 * @param revision counts saved states: a writer whose revision is not the stored one has lost
 */
public record Task(
        UUID id,
        String account,
        String key,
        Mode mode,
        Routes routes,
        Output output,
        Instant createdAt,
        TaskState state,
        int revision) {

    /** One that a single provider can render. */
    public Task(
            UUID id,
            String account,
            String key,
            Mode mode,
            Route route,
            Output output,
            Instant createdAt,
            TaskState state,
            int revision) {
        this(id, account, key, mode, Routes.of(List.of(route)), output, createdAt, state, revision);
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
     * @param format of what is stored and streamed
     * @param callback who is told of the task; null if nobody is
     */
    public record Output(Media format, @Nullable Callback callback) {}

    /** The way that is taken now; where the task is completed, the one that led there. */
    public Route route() {
        return routes.current();
    }

    /** Name of the provider that renders it now. */
    public String provider() {
        return route().provider();
    }

    /** What that provider is asked for. */
    public RenderRequest request() {
        return route().request();
    }

    /** What the caller should know about how the request was understood. */
    public List<String> warnings() {
        return route().warnings();
    }

    /** What is held: the price by the dearest of its routes. */
    public Quote quote() {
        return routes.dearest();
    }

    /** The hold that was made for this task. */
    public Hold hold() {
        return new Hold("hld_" + id, account, quote().price());
    }

    /** The same task after a step. */
    public Task in(TaskState next) {
        return new Task(id, account, key, mode, routes, output, createdAt, next, revision + 1);
    }

    /** The same task on another of its routes; saved with the next step. */
    public Task on(Routes other) {
        return new Task(id, account, key, mode, other, output, createdAt, state, revision);
    }
}
