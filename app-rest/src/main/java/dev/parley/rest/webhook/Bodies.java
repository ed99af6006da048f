package dev.parley.rest.webhook;

import dev.parley.rest.http.Warnings;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.nativeapi.Success;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Reads a body, acts on it, and answers with a warning for each of its fields that nobody knows. */
@Singleton
final class Bodies {

    private final RequestJson json;
    private final UnknownFields unknownFields;

    Bodies(RequestJson json, UnknownFields unknownFields) {
        this.json = json;
        this.unknownFields = unknownFields;
    }

    /** Nothing is kept on the way: some answers hold secrets. */
    <B, A> HttpResponse<Success<A>> reply(HttpRequest<?> request, Function<JsonFields, B> read, Function<B, A> act) {
        var fields = json.read(request);
        var body = read.apply(fields);
        var ignored = unknownFields.check(request, fields);
        return Warnings.add(
                HttpResponse.ok(Success.of(act.apply(body))).header(HttpHeaders.CACHE_CONTROL, "no-store"), ignored);
    }
}
