package dev.parley.rest.pixazo;

import dev.parley.application.Caller;
import dev.parley.application.task.ReadTasks;
import dev.parley.rest.audio.AudioUrls;
import dev.parley.rest.http.Delivered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** How a request stands. */
@Controller(PixazoPaths.STATUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {

    private final ReadTasks read;
    private final AudioUrls urls;

    StatusController(ReadTasks read, AudioUrls urls) {
        this.read = read;
        this.urls = urls;
    }

    @Get("/{requestId}")
    HttpResponse<StatusJson> status(Caller caller, String requestId) {
        var task = RequestId.find(read, caller, requestId);
        return Delivered.told(task, StatusJson.of(task, urls.of(task), task.createdAt(), Dates.ANSWER));
    }
}
