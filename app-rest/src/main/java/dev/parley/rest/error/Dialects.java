package dev.parley.rest.error;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the dialect of a request. */
@Singleton
public final class Dialects {

    private final NativeDialect otherwise;
    private final List<Dialect> others;

    Dialects(NativeDialect otherwise, List<Dialect> all) {
        this.otherwise = otherwise;
        this.others = all.stream().filter(dialect -> dialect != otherwise).toList();
    }

    public Dialect of(HttpRequest<?> request) {
        return others.stream()
                .filter(dialect -> dialect.isSpokenIn(request))
                .findFirst()
                .orElse(otherwise);
    }

    /** The answer to what is wrong as HTTP or as JSON, in the request's dialect. */
    MutableHttpResponse<Object> reply(HttpRequest<?> request, HttpStatus status, String message) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(of(request).body(request, status, message));
    }
}
