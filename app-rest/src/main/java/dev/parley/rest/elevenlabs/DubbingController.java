package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.rest.audio.RangedAudio;
import dev.parley.rest.http.Delivered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;

/** Recordings and films in another language. */
@Controller("/v1/dubbing")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class DubbingController {

    private final FormOrders forms;
    private final DubbingAnswers answers;
    private final DubbingList list;
    private final ReadTasks read;
    private final CancelTask cancel;
    private final RangedAudio audio;

    DubbingController(
            FormOrders forms,
            DubbingAnswers answers,
            DubbingList list,
            ReadTasks read,
            CancelTask cancel,
            RangedAudio audio) {
        this.forms = forms;
        this.answers = answers;
        this.list = list;
        this.read = read;
        this.cancel = cancel;
        this.audio = audio;
    }

    @Post
    HttpResponse<?> dub(HttpRequest<?> request, Caller caller) {
        return forms.dubbing(request, caller, answers::created);
    }

    @Get
    HttpResponse<DubbingJson.Page> list(HttpRequest<?> request, Caller caller) {
        return json(list.page(caller, new QueryFields(request)));
    }

    @Get("/{dubbingId}")
    HttpResponse<DubbingJson> get(Caller caller, String dubbingId) {
        return json(DubbingJson.of(task(caller, dubbingId)));
    }

    /** What is under way is cancelled; what was made of it is deleted. That it was asked for stays known. */
    @Delete("/{dubbingId}")
    HttpResponse<Deleted> forget(Caller caller, String dubbingId) throws IOException {
        var task = task(caller, dubbingId);
        if (task.state() instanceof Completed completed) {
            audio.delete(completed.audio());
        } else if (!(task.state() instanceof TaskState.Final)) {
            cancel.cancel(caller, dubbingId);
        }
        return json(new Deleted("ok"));
    }

    record Deleted(String status) {}

    @Get(value = "/{dubbingId}/audio/{languageCode}", headRoute = false)
    HttpResponse<?> audio(HttpRequest<?> request, Caller caller, String dubbingId, String languageCode)
            throws IOException {
        var task = task(caller, dubbingId);
        if (!DubbingJson.settings(task).target().equals(languageCode)) {
            throw missing(languageCode);
        }
        if (task.state() instanceof Completed completed) {
            return audio.answer(request, completed.audio())
                    .orElseThrow(() -> missing(languageCode))
                    .header(Delivered.PROVIDER, task.provider());
        }
        if (task.state() instanceof TaskState.Final) {
            throw missing(languageCode);
        }
        return Told.of(HttpStatus.TOO_EARLY, "invalid_request", "dubbing_not_dubbed", "Dubbing has not finished yet.")
                .reply(request);
    }

    private static <T> HttpResponse<T> json(T body) {
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private Task task(Caller caller, String id) {
        var task = read.task(caller, id);
        if (!(task.request() instanceof DubbingRequest)) {
            throw new Refused(new Refusal.NotFound("There is no such dubbing."));
        }
        return task;
    }

    private static Refused missing(String language) {
        return new Refused(new Refusal.NotFound("There is no dubbing for language " + language + "."));
    }
}
