package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.submit.PrepareDialogue;
import dev.parley.application.submit.SubmitTask;
import dev.parley.rest.http.Warnings;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes orders, and prices them. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class OrderController {

    private final RequestJson json;
    private final UnknownFields unknownFields;
    private final SubmitTask submit;
    private final PrepareDialogue prepare;

    OrderController(RequestJson json, UnknownFields unknownFields, SubmitTask submit, PrepareDialogue prepare) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.submit = submit;
        this.prepare = prepare;
    }

    record Created(UUID taskId) {}

    @Post("/audio/generations")
    HttpResponse<Success<Created>> submit(HttpRequest<?> request, Caller caller) {
        var body = json.read(request);
        var order = OrderJson.order(body);
        var ignored = unknownFields.check(request, body);
        var task = OrderJson.naming(() -> submit.submit(caller, order));
        return reply(new Created(task.id()), ignored, task.warnings());
    }

    @Post("/estimate")
    HttpResponse<Success<EstimateJson>> estimate(HttpRequest<?> request, Caller caller) {
        var body = json.read(request);
        var order = OrderJson.order(body);
        var ignored = unknownFields.check(request, body);
        var prepared = OrderJson.naming(() -> prepare.prepare(caller, order));
        return reply(EstimateJson.of(prepared), ignored, prepared.warnings());
    }

    private static <T> HttpResponse<Success<T>> reply(T data, List<String> ignored, List<String> understood) {
        return Warnings.add(
                HttpResponse.ok(Success.of(data)),
                Stream.concat(understood.stream(), ignored.stream()).toList());
    }
}
