package dev.parley.rest.elevenlabs;

import dev.parley.domain.refusal.Refused;
import dev.parley.rest.json.Truth;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a request's query. What is empty counts as absent; of what is given twice the last counts. */
final class QueryFields {

    private final HttpParameters parameters;

    QueryFields(HttpRequest<?> request) {
        this.parameters = request.getParameters();
    }

    @Nullable
    String text(String name) {
        var values = parameters.getAll(name);
        return values.isEmpty() || values.getLast().isEmpty() ? null : values.getLast();
    }

    /** All of a field that may be repeated, or hold several, separated by commas. */
    List<String> texts(String name) {
        return parameters.getAll(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    @Nullable
    Boolean truth(String name) {
        String text = text(name);
        return text == null ? null : Truth.parse(name, text);
    }

    @Nullable
    Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw Refused.invalid(name, "must be a whole number.");
        }
    }
}
