package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Voices;
import dev.parley.application.voice.HearPreview;
import dev.parley.application.voice.RunVoices;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.rest.draft.VoiceFields;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Objects;

/** Voices by a description: designed for a price, then heard and saved for nothing, on purpose. */
@Controller("/v1/text-to-voice")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class TextToVoiceController {

    private static final String GENERATED = "generated_voice_id";

    private final OrderReader orders;
    private final PlanAnswers answers;
    private final RequestJson json;
    private final RunVoices voices;
    private final HearPreview previews;

    TextToVoiceController(
            OrderReader orders, PlanAnswers answers, RequestJson json, RunVoices voices, HearPreview previews) {
        this.orders = orders;
        this.answers = answers;
        this.json = json;
        this.voices = voices;
        this.previews = previews;
    }

    /** The second is the path that it had before. */
    @Post(uris = {"/design", "/create-previews"})
    HttpResponse<?> design(HttpRequest<?> request, Caller caller) {
        return answers.answer(orders.design(request, caller));
    }

    @Get("/{generatedVoiceId}/stream")
    HttpResponse<?> hear(Caller caller, String generatedVoiceId) {
        byte[] audio = OwnVoice.naming(() -> previews.whole(caller, generatedVoiceId));
        return HttpResponse.ok(audio).contentType(new MediaType("audio/mpeg"));
    }

    @Post
    HttpResponse<?> save(HttpRequest<?> request, Caller caller) {
        var body = json.read(request);
        return save(caller, body, Schema.reading("body", () -> body.requiredText(GENERATED)));
    }

    /** The path that seeds/003 has for it. */
    @Post("/{generatedVoiceId}/save")
    HttpResponse<?> saveNamed(HttpRequest<?> request, Caller caller, String generatedVoiceId) {
        return save(caller, json.read(request), generatedVoiceId);
    }

    private HttpResponse<?> save(Caller caller, JsonFields body, String generatedId) {
        var profile = Schema.reading(
                "body",
                () -> new VoiceProfile(
                        body.requiredText("voice_name"),
                        body.requiredText("voice_description"),
                        Objects.requireNonNullElse(VoiceFields.labels(body), Map.of())));
        var saved = OwnVoice.naming(() -> voices.save(caller, generatedId, profile));
        return HttpResponse.ok(VoiceJson.ofOwn(Voices.of(saved))).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
