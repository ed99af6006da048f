package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import dev.parley.rest.draft.MusicFields;
import dev.parley.rest.draft.SoundFields;
import dev.parley.rest.draft.VoiceFields;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads requests for audio. */
@Singleton
final class OrderReader {

    private final RequestJson json;
    private final UnknownFields unknownFields;

    OrderReader(RequestJson json, UnknownFields unknownFields) {
        this.json = json;
        this.unknownFields = unknownFields;
    }

    /** What a body asks for. */
    record Body(String model, Draft draft, RenderOptions options, UnaryOperator<String> spelling) {

        Body(String model, Draft draft, RenderOptions options) {
            this(model, draft, options, UnaryOperator.identity());
        }
    }

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

    Asked music(HttpRequest<?> request, Caller caller, Delivery delivery, Set<MusicFields.Extra> known) {
        var _ = IdempotencyHeader.of(request);
        var format = Schema.reading(
                "query",
                () -> OutputFormat.parseForMusic(
                        new QueryFields(request).text(FieldNames.OUTPUT_FORMAT), delivery.streamed()));
        return read(request, caller, delivery, format, (body, warnings) -> {
            if (known.contains(MusicFields.Extra.WORD_TIMES)
                    && Boolean.TRUE.equals(body.truth("with_waveform_visual"))) {
                warnings.add("'with_waveform_visual' is not made here: it was left out.");
            }
            String plan = body.named(MusicFields.PLAN, MusicFields.FORMER_PLAN);
            return new Body(
                    model(body, "music_v1"),
                    MusicFields.draft(body, known),
                    RenderOptions.NONE,
                    Spelling.of(MusicFields.PLAN, plan));
        });
    }

    Asked plan(HttpRequest<?> request, Caller caller) {
        return read(
                request,
                caller,
                Delivery.WHOLE,
                OutputFormat.AUTO,
                (body, _) -> new Body(model(body, "music_v1"), MusicFields.plan(body), RenderOptions.NONE));
    }

    Asked sound(HttpRequest<?> request, Caller caller) {
        return read(
                request,
                caller,
                Delivery.WHOLE,
                (body, _) ->
                        new Body(model(body, "eleven_text_to_sound_v2"), SoundFields.draft(body), RenderOptions.NONE));
    }

    Asked design(HttpRequest<?> request, Caller caller) {
        return read(
                request,
                caller,
                Delivery.WHOLE,
                (body, warnings) -> new Body(
                        model(body, "eleven_multilingual_ttv_v2"),
                        VoiceFields.design(body, warnings),
                        RenderOptions.NONE));
    }

    private Asked read(HttpRequest<?> request, Caller caller, Delivery delivery, BodyReading reading) {
        var _ = IdempotencyHeader.of(request);
        var format = Schema.reading(
                "query",
                () -> OutputFormat.parse(new QueryFields(request).text(FieldNames.OUTPUT_FORMAT), delivery.streamed()));
        return read(request, caller, delivery, format, reading);
    }

    private Asked read(
            HttpRequest<?> request, Caller caller, Delivery delivery, OutputFormat format, BodyReading reading) {
        var body = json.read(request);
        List<String> warnings = new ArrayList<>();
        var said = Schema.reading("body", () -> {
            var read = reading.read(body, warnings);
            warnings.addAll(unknownFields.check(request, body));
            return read;
        });
        var order = new Order(said.model(), said.draft(), said.options(), delivery, format.name(), null);
        String fingerprint = body.fingerprint(request.getPath(), format.toString());
        return Asked.of(request, caller, order, format, warnings, fingerprint).with(said.spelling());
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
