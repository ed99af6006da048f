package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads requests for audio. */
@Singleton
final class OrderReader {

    private static final String ROUTE = "elevenlabs.audio";

    private final RequestJson json;
    private final UnknownFields unknownFields;

    OrderReader(RequestJson json, UnknownFields unknownFields) {
        this.json = json;
        this.unknownFields = unknownFields;
    }

    /** What a body asks for. */
    private record Body(String model, Draft draft, RenderOptions options) {}

    /** Reads one kind of body, and adds what it ignores to the warnings. */
    @FunctionalInterface
    private interface BodyReading {
        Body read(JsonFields body, List<String> warnings);
    }

    Asked dialogue(HttpRequest<?> request, Caller caller, Delivery delivery) {
        return read(
                request,
                caller,
                delivery,
                (body, warnings) -> new Body(
                        model(body, "eleven_v3"),
                        DialogueJson.draft(body, language(body, warnings)),
                        OptionsJson.ofDialogue(body, new QueryFields(request))));
    }

    Asked speech(HttpRequest<?> request, Caller caller, String voice, Delivery delivery) {
        return read(
                request,
                caller,
                delivery,
                (body, warnings) -> new Body(
                        model(body, "eleven_multilingual_v2"),
                        SpeechJson.draft(body, voice, language(body, warnings)),
                        OptionsJson.ofSpeech(body, new QueryFields(request))));
    }

    private Asked read(HttpRequest<?> request, Caller caller, Delivery delivery, BodyReading reading) {
        var key = IdempotencyHeader.of(request);
        var query = new QueryFields(request);
        var format = Schema.reading(
                "query", () -> OutputFormat.parse(query.text(FieldNames.OUTPUT_FORMAT), delivery.streamed()));
        var body = json.read(request);
        List<String> warnings = new ArrayList<>();
        var said = Schema.reading("body", () -> {
            var read = reading.read(body, warnings);
            warnings.addAll(unknownFields.check(request, body));
            return read;
        });
        var order = new Order(
                said.model(),
                said.draft(),
                said.options(),
                delivery,
                format.format().toString(),
                null);
        String fingerprint = fingerprint(request, body, format);
        var intent = key.map(name -> new IdempotencyKey(caller.account(), ROUTE, name, fingerprint))
                // What is told again is read from the task and its audio.
                .map(named -> new Intent(named, _ -> ""))
                .orElse(null);
        // Official clients repeat what has failed, and name nothing: the same words are the same request.
        var repeat = new IdempotencyKey(caller.account(), ROUTE + ".repeat", fingerprint, fingerprint);
        return new Asked(request, caller, order, format, List.copyOf(warnings), intent, repeat);
    }

    private static String fingerprint(HttpRequest<?> request, JsonFields body, OutputFormat format) {
        return body.fingerprint(request.getPath(), format.toString());
    }

    private static String model(JsonFields body, String otherwise) {
        return Objects.requireNonNullElse(body.text("model_id"), otherwise);
    }

    /** A language that nobody knows is ignored, as the API does. */
    private static @Nullable String language(JsonFields body, List<String> warnings) {
        String asked = body.text("language_code");
        if (asked == null || LanguageCode.parse(asked).isPresent()) {
            return asked;
        }
        warnings.add("The language_code '" + asked + "' is not known: it was ignored.");
        return null;
    }
}
