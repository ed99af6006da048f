package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.work.Renderings;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioUrls;
import dev.parley.rest.http.Delivered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** The caller's tasks. */
@Controller("/v1/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskController {

    private final ReadTasks read;
    private final CancelTask cancel;
    private final Renderings renderings;
    private final AudioUrls urls;

    TaskController(ReadTasks read, CancelTask cancel, Renderings renderings, AudioUrls urls) {
        this.read = read;
        this.cancel = cancel;
        this.renderings = renderings;
        this.urls = urls;
    }

    @Get("/{id}")
    HttpResponse<TaskJson> task(Caller caller, String id) {
        var task = read.task(caller, id);
        return Delivered.told(task, json(task));
    }

    @Get
    ListJson<TaskJson> tasks(Caller caller, HttpRequest<?> request) {
        var page = read.page(caller, parameter(request, "cursor"), number(request, "limit"));
        return new ListJson<>(page.tasks().stream().map(this::json).toList(), page.nextCursor());
    }

    @Post("/{id}/cancel")
    @Consumes(MediaType.ALL)
    TaskJson cancel(Caller caller, String id) {
        return json(cancel.cancel(caller, id));
    }

    private TaskJson json(Task task) {
        return TaskJson.of(task, urls.of(task), renderings.progress(task.id()));
    }

    private static @Nullable Integer number(HttpRequest<?> request, String name) {
        String text = parameter(request, name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw Refused.invalid(name, "must be a whole number.");
        }
    }

    private static @Nullable String parameter(HttpRequest<?> request, String name) {
        var values = request.getParameters().getAll(name);
        if (values.size() > 1) {
            throw Refused.invalid(name, "must be given once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
