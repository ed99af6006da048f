package dev.parley.rest.apiin;

import dev.parley.application.Caller;
import dev.parley.application.task.ReadTasks;
import dev.parley.rest.audio.AudioUrls;
import dev.parley.rest.http.Delivered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The caller's tasks. */
@Controller(ApiinPaths.TASKS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskController {

    private final ReadTasks read;
    private final AudioUrls urls;

    TaskController(ReadTasks read, AudioUrls urls) {
        this.read = read;
        this.urls = urls;
    }

    @Get("/{id}")
    HttpResponse<AnswerJson> task(Caller caller, String id) {
        var task = read.task(caller, id);
        return Delivered.told(task, AnswerJson.of(TaskJson.of(task, urls.of(task))));
    }
}
