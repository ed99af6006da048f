package dev.parley.rest.http;

import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import io.micronaut.http.HttpResponse;

/** Header that tells who made the audio. */
public final class Delivered {

    public static final String PROVIDER = "x-parley-provider";

    private Delivered() {}

    /** A look at a task: who made it is told once it is made. */
    public static <T> HttpResponse<T> told(Task task, T body) {
        var response = HttpResponse.ok(body);
        return task.state() instanceof Completed ? response.header(PROVIDER, task.provider()) : response;
    }
}
