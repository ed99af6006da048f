package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.http.Warnings;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.submit.Asked;
import dev.parley.rest.submit.Submission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

    private static final String ROUTE = "tasks.create";

    private final RequestJson json;
    private final UnknownFields unknownFields;
    private final Submission submission;
    private final PrepareOrder prepare;

    OrderController(RequestJson json, UnknownFields unknownFields, Submission submission, PrepareOrder prepare) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.submission = submission;
        this.prepare = prepare;
    }

    record Created(UUID taskId) {}

    @Post("/audio/generations")
    HttpResponse<?> submit(HttpRequest<?> request, Caller caller) {
        var name = IdempotencyHeader.of(request);
        var body = json.read(request);
        var order = OrderJson.order(body);
        var ignored = unknownFields.check(request, body);
        var key = Asked.key(name, caller, ROUTE, body.fingerprint());
        return OrderJson.naming(() -> submission.answer(
                new Asked(caller, order, key, ignored), HttpStatus.OK, task -> Success.of(new Created(task.id()))));
    }

    @Post("/estimate")
    HttpResponse<Success<EstimateJson>> estimate(HttpRequest<?> request, Caller caller) {
        var body = json.read(request);
        var order = OrderJson.order(body);
        var ignored = unknownFields.check(request, body);
        var prepared = OrderJson.naming(() -> prepare.prepare(caller, order));
        return Warnings.add(HttpResponse.ok(Success.of(EstimateJson.of(prepared))), both(prepared.warnings(), ignored));
    }

    private static List<String> both(List<String> understood, List<String> ignored) {
        return Stream.concat(understood.stream(), ignored.stream()).toList();
    }
}
