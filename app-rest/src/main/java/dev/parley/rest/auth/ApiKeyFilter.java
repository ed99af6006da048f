package dev.parley.rest.auth;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Lets nobody in without a good key, before a byte of the body is read. */
@Guarded
final class ApiKeyFilter {

    private static final Executor HERE = Runnable::run;

    private final Admission admission;
    private final ExecutorService blocking;

    ApiKeyFilter(Admission admission, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.admission = admission;
        this.blocking = blocking;
    }

    /** The key is looked up on a thread that may wait; what comes next happens where {@link #afterwards} says. */
    @RequestFilter
    CompletableFuture<HttpRequest<?>> check(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.OPTIONS) {
            return CompletableFuture.completedFuture(request);
        }
        CompletableFuture<HttpRequest<?>> checked = new CompletableFuture<>();
        var afterwards = afterwards(request);
        blocking.execute(() -> {
            var refused = refusal(request);
            afterwards.execute(() -> {
                if (refused == null) {
                    checked.complete(request);
                } else {
                    checked.completeExceptionally(refused);
                }
            });
        });
        return checked;
    }

    private @Nullable RuntimeException refusal(HttpRequest<?> request) {
        try {
            admission.admit(request);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /**
     * Micronaut changes an upgraded connection's handlers on whatever thread it is: on any other than the connection's own, a
     * client's first message would meet the old ones.
     */
    private static Executor afterwards(HttpRequest<?> request) {
        return Upgrades.isOne(request) ? Upgrades.channel(request).eventLoop() : HERE;
    }
}
