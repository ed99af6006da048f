package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.audio.FetchAudio;
import dev.parley.application.task.ReadTasks;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.rest.audio.AudioBody;
import dev.parley.rest.http.Delivered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

/** What is said in a recording. */
@Controller("/v1/speech-to-text")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class TranscriptController {

    private final FormOrders forms;
    private final TranscriptAnswers answers;
    private final TranscriptFile file;
    private final ReadTasks read;
    private final FetchAudio stored;

    TranscriptController(
            FormOrders forms, TranscriptAnswers answers, TranscriptFile file, ReadTasks read, FetchAudio stored) {
        this.forms = forms;
        this.answers = answers;
        this.file = file;
        this.read = read;
        this.stored = stored;
    }

    @Post
    HttpResponse<?> transcribe(HttpRequest<?> request, Caller caller) {
        return forms.transcription(request, caller, answers::answer);
    }

    @Get("/transcripts/{transcriptionId}")
    HttpResponse<AudioBody> transcript(Caller caller, String transcriptionId) throws IOException {
        var task = task(caller, transcriptionId);
        if (!(task.state() instanceof Completed completed) || !isThere(completed.audio())) {
            throw missing();
        }
        return HttpResponse.ok(file.told(completed.audio(), task.id().toString()))
                .header(Delivered.PROVIDER, task.provider())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** What was made of it is deleted; that it was made stays known. */
    @Delete("/transcripts/{transcriptionId}")
    HttpResponse<?> forget(Caller caller, String transcriptionId) throws IOException {
        if (task(caller, transcriptionId).state() instanceof Completed completed) {
            stored.delete(completed.audio());
        }
        return HttpResponse.ok(new Deleted("Transcript deleted.")).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    record Deleted(String message) {}

    private boolean isThere(AudioRef audio) throws IOException {
        try (var bytes = stored.open(audio, 0).orElse(null)) {
            return bytes != null;
        }
    }

    private Task task(Caller caller, String id) {
        var task = read.task(caller, id);
        if (!(task.request() instanceof TranscriptionRequest)) {
            throw missing();
        }
        return task;
    }

    private static Refused missing() {
        return new Refused(new Refusal.NotFound("There is no such transcript."));
    }
}
