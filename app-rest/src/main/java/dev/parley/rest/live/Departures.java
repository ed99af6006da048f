package dev.parley.rest.live;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;

/** Tells when a request has ended: all of its answer is written, or its caller has left. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class Departures implements ApplicationEventListener<HttpRequestTerminatedEvent>, Ordered {

    private static final String DEPARTURE = "parley.departure";

    private final ExecutorService waiting;

    Departures(@Named(TaskExecutors.BLOCKING) ExecutorService waiting) {
        this.waiting = waiting;
    }

    /** Once, when the request has ended; at once if it has already. Never on the connection's own thread. */
    public static void whenOver(HttpRequest<?> request, Runnable action) {
        request.getAttribute(DEPARTURE, Departure.class).orElseThrow().then(action);
    }

    /** On the connection's own thread, which is also the one that tells of the end: it cannot come first. */
    @RequestFilter
    void open(HttpRequest<?> request) {
        if (request instanceof NettyHttpRequest<?> asked) {
            var connection = asked.getChannelHandlerContext().channel();
            request.setAttribute(DEPARTURE, new Departure(connection.closeFuture(), waiting));
        }
    }

    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent ended) {
        ended.getSource().getAttribute(DEPARTURE, Departure.class).ifPresent(Departure::over);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
