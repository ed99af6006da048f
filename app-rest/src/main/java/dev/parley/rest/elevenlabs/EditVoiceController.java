package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.voice.RunVoices;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.draft.VoiceFields;
import dev.parley.rest.upload.Form;
import dev.parley.rest.upload.FormReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Voices that callers make of recordings, for a price; and what they do with voices of their own, for nothing, on purpose. */
@Controller("/v1/voices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class EditVoiceController {

    private final FormOrders orders;
    private final FormReader forms;
    private final PlanAnswers answers;
    private final RunVoices voices;
    private final Limits limits;

    EditVoiceController(FormOrders orders, FormReader forms, PlanAnswers answers, RunVoices voices, Limits limits) {
        this.orders = orders;
        this.forms = forms;
        this.answers = answers;
        this.voices = voices;
        this.limits = limits;
    }

    record StatusJson(String status) {
        static final StatusJson OK = new StatusJson("ok");
    }

    @Post("/add")
    HttpResponse<?> add(HttpRequest<?> request, Caller caller) {
        return orders.voiceClone(request, caller, answers::answer);
    }

    @Post("/{voiceId}/edit")
    HttpResponse<?> edit(HttpRequest<?> request, Caller caller, String voiceId) {
        try (var form = forms.read(request, limits.uploadBytesMax(), VoiceFields.samples())) {
            var edit = Schema.reading("body", () -> edit(form));
            var _ = OwnVoice.naming(() -> voices.edit(caller, voiceId, edit));
            return HttpResponse.ok(StatusJson.OK).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }

    @Delete("/{voiceId}")
    HttpResponse<?> delete(Caller caller, String voiceId) {
        OwnVoice.naming(() -> {
            voices.delete(caller, voiceId);
            return voiceId;
        });
        return HttpResponse.ok(StatusJson.OK).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static RunVoices.Edit edit(Form form) {
        if (form.files() > 0) {
            throw Refused.invalid(
                    form.fileName("files"), "is not taken here: more samples make another voice. Clone it anew.");
        }
        var fields = form.fields();
        return new RunVoices.Edit(fields.requiredText("name"), fields.text("description"), VoiceFields.labels(fields));
    }
}
