package dev.parley.rest.session;

import dev.parley.rest.auth.Upgrades;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Lets a connection be upgraded by its own thread, whatever thread the filters inside have changed to. Another would answer the
 * handshake before it has put the handler of frames in its place; a frame that comes in between is lost.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
final class OneThread implements HttpServerFilter {

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        var inside = chain.proceed(request);
        return Upgrades.isOne(request)
                ? Flux.from(inside)
                        .publishOn(Schedulers.fromExecutor(
                                Upgrades.channel(request).eventLoop()))
                : inside;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
