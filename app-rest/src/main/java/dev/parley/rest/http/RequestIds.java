package dev.parley.rest.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.UUID;

/** Names every request, at random: a name that a caller sent could be another caller's. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RequestIds implements Ordered {

    private static final String ATTRIBUTE = "parley.request-id";

    /** The request's name, as its answer shows it. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = "req_" + UUID.randomUUID();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    /** The request's name is what it made, where that has a name by which callers refer to it later. */
    public static void name(HttpRequest<?> request, UUID made) {
        request.setAttribute(ATTRIBUTE, made.toString());
    }

    /** For answers that no filter sees: to what is not even HTTP. */
    public static void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set("request-id", of(request)).set("x-request-id", of(request));
    }

    @ResponseFilter
    void showAlways(HttpRequest<?> request, MutableHttpResponse<?> response) {
        show(request, response);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
