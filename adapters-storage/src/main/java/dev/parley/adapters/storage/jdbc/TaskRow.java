package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.domain.webhook.Callback;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task as one line of its table. The state's columns are spelled out, so that a statement can name them.
 *
 * @param provider of the first route
 * @param request of the first route, as {@link RequestJson} writes it
 * @param quoteUnits of the dearest route, as {@code quoteMicros}
 * @param warnings of the first route, a JSON array of strings
 * @param routePlace of the route that is taken now
 * @param firstUnits of the first route's own price, as {@code firstMicros}; null where it is the only one
 * @param otherRoutes those after the first, as {@link RoutesJson} writes them
 */
@MappedEntity("task")
record TaskRow(
        @Id String id,
        String account,
        String apiKey,
        Task.Mode mode,
        String provider,
        String request,
        String outputFormat,
        @Nullable String callback,
        @Nullable String callbackShape,
        @Nullable Boolean callbackEveryStep,
        String quoteModel,
        long quoteUnits,
        long quoteMicros,
        String warnings,
        int routePlace,
        @Nullable Long firstUnits,
        @Nullable Long firstMicros,
        String otherRoutes,
        long createdMs,
        int revision,
        StateColumns.Status status,
        @Nullable Integer attempts,
        @Nullable Integer unknowns,
        @Nullable Long notBeforeMs,
        @Nullable String leaseToken,
        @Nullable Long leaseUntilMs,
        @Nullable String audioId,
        @Nullable String audioFormat,
        @Nullable Long audioBytes,
        @Nullable String audioSha256,
        @Nullable String details,
        @Nullable Long costMicros,
        @Nullable String failureKind,
        @Nullable String failureMessage,
        @Nullable Long failureRetryAfterMs,
        @Nullable Boolean failureMayHaveRendered,
        @Nullable Long endedMs) {

    static TaskRow of(Task task) {
        var callback = task.output().callback();
        var first = task.routes().all().getFirst();
        var others = task.routes().all().subList(1, task.routes().all().size());
        var state = StateColumns.of(task.state());
        return new TaskRow(
                task.id().toString(),
                task.account(),
                task.key(),
                task.mode(),
                first.provider(),
                RequestJson.write(first.request()),
                task.output().format().name(),
                callback == null ? null : callback.url().toString(),
                callback == null ? null : callback.shape(),
                callback == null ? null : callback.everyStep(),
                task.quote().model(),
                task.quote().units(),
                task.quote().price().micros(),
                RequestJson.writeStrings(first.warnings()),
                task.routes().place(),
                others.isEmpty() ? null : first.quote().units(),
                others.isEmpty() ? null : first.quote().price().micros(),
                RoutesJson.write(others),
                task.createdAt().toEpochMilli(),
                task.revision(),
                state.status(),
                state.attempts(),
                state.unknowns(),
                state.notBeforeMs(),
                state.leaseToken(),
                state.leaseUntilMs(),
                state.audioId(),
                state.audioFormat(),
                state.audioBytes(),
                state.audioSha256(),
                state.details(),
                state.costMicros(),
                state.failureKind(),
                state.failureMessage(),
                state.failureRetryAfterMs(),
                state.failureMayHaveRendered(),
                state.endedMs());
    }

    Task toTask() {
        return new Task(
                UUID.fromString(id),
                account,
                apiKey,
                mode,
                new Routes(routes(), routePlace),
                new Task.Output(StateColumns.media(outputFormat), toCallback()),
                Instant.ofEpochMilli(createdMs),
                state().toState(),
                revision);
    }

    private List<Route> routes() {
        var quote = firstUnits == null || firstMicros == null
                ? new Quote(quoteModel, quoteUnits, new Credits(quoteMicros))
                : new Quote(quoteModel, firstUnits, new Credits(firstMicros));
        var first = new Route(provider, RequestJson.read(request), quote, RequestJson.readStrings(warnings));
        return Stream.concat(Stream.of(first), RoutesJson.read(otherRoutes, quoteModel).stream())
                .toList();
    }

    private @Nullable Callback toCallback() {
        return callback == null || callbackShape == null || callbackEveryStep == null
                ? null
                : new Callback(URI.create(callback), callbackShape, callbackEveryStep);
    }

    private StateColumns state() {
        return new StateColumns(
                status,
                attempts,
                unknowns,
                notBeforeMs,
                leaseToken,
                leaseUntilMs,
                audioId,
                audioFormat,
                audioBytes,
                audioSha256,
                details,
                costMicros,
                failureKind,
                failureMessage,
                failureRetryAfterMs,
                failureMayHaveRendered,
                endedMs);
    }
}
