package dev.parley.rest.admin;

import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Reads bodies strictly: a field that nobody knows is a mistake, or an attempt to set what is not to be set. */
@Singleton
final class AdminBody {

    private final RequestJson json;

    AdminBody(RequestJson json) {
        this.json = json;
    }

    <T> T read(HttpRequest<?> request, Function<JsonFields, T> reader) {
        var body = json.read(request);
        var read = reader.apply(body);
        body.unknown().findFirst().ifPresent(path -> {
            throw Refused.invalid(path, "is not a known field.");
        });
        return read;
    }
}
