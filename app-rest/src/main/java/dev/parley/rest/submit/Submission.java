package dev.parley.rest.submit;

import dev.parley.application.submit.Intent;
import dev.parley.application.submit.SubmitTask;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.rest.http.IdempotencyHeader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes one task of one request, however often it comes. */
@Singleton
public final class Submission {

    private final SubmitTask submit;

    Submission(SubmitTask submit) {
        this.submit = submit;
    }

    /**
     * The answer to a request for a task.
     *
     * @param body what a new task's caller is told of it
     * @throws Refused with nothing held and nothing stored
     */
    public HttpResponse<?> answer(Asked asked, HttpStatus status, Function<Task, Object> body) {
        var key = asked.key();
        if (key == null) {
            var task = submit.submit(asked.caller(), asked.order());
            return told(asked, task, body).reply(status);
        }
        var intent = new Intent(key, task -> told(asked, task, body).toText());
        var submitted = submit.submit(asked.caller(), asked.order(), intent);
        var reply = StoredAnswer.parse(submitted.answer()).reply(status);
        return submitted.repeated() ? reply.header(IdempotencyHeader.REPLAYED, "true") : reply;
    }

    private static StoredAnswer told(Asked asked, Task task, Function<Task, Object> body) {
        return StoredAnswer.of(body.apply(task), both(task.warnings(), asked.warnings()));
    }

    private static List<String> both(List<String> understood, List<String> read) {
        return Stream.concat(understood.stream(), read.stream()).toList();
    }
}
