package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.http.Warnings;
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

    private final OrderReader orders;
    private final Submission submission;
    private final PrepareOrder prepare;
    private final Catalog catalog;

    OrderController(OrderReader orders, Submission submission, PrepareOrder prepare, Catalog catalog) {
        this.orders = orders;
        this.submission = submission;
        this.prepare = prepare;
        this.catalog = catalog;
    }

    record Created(UUID taskId) {}

    @Post("/audio/generations")
    HttpResponse<?> submit(HttpRequest<?> request, Caller caller) {
        var name = IdempotencyHeader.of(request);
        try (var read = orders.read(request, caller)) {
            var key = Asked.key(name, caller, ROUTE, read.fingerprint());
            return read.naming(() -> submission.answer(
                    new Asked(caller, read.order(), key, read.ignored()),
                    HttpStatus.OK,
                    task -> Success.of(new Created(task.id()))));
        }
    }

    /** What comes to be priced is forgotten at once. */
    @Post("/estimate")
    HttpResponse<Success<EstimateJson>> estimate(HttpRequest<?> request, Caller caller) {
        try (var read = orders.read(request, caller)) {
            var prepared = read.naming(() -> prepare.prepare(caller, read.order()));
            var estimate = EstimateJson.of(
                    prepared, catalog.model(caller, prepared.quote().model()));
            return Warnings.add(HttpResponse.ok(Success.of(estimate)), both(prepared.warnings(), read.ignored()));
        }
    }

    private static List<String> both(List<String> understood, List<String> ignored) {
        return Stream.concat(understood.stream(), ignored.stream()).toList();
    }
}
