package dev.parley.rest.webhook;

import dev.parley.application.Caller;
import dev.parley.application.notify.EndpointDraft;
import dev.parley.application.notify.Resend;
import dev.parley.application.notify.RunEndpoints;
import dev.parley.application.notify.SendTest;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.nativeapi.ListJson;
import dev.parley.rest.nativeapi.Success;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;

/** Whom the caller's account wants told. */
@Controller("/v1/webhooks/endpoints")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class EndpointController {

    private final Bodies bodies;
    private final RunEndpoints endpoints;
    private final SendTest test;
    private final Resend resend;
    private final InstantSource clock;

    EndpointController(Bodies bodies, RunEndpoints endpoints, SendTest test, Resend resend, InstantSource clock) {
        this.bodies = bodies;
        this.endpoints = endpoints;
        this.test = test;
        this.resend = resend;
        this.clock = clock;
    }

    @Get
    ListJson<EndpointJson> list(Caller caller) {
        return ListJson.of(
                endpoints.list(caller.account()).stream().map(EndpointJson::of).toList());
    }

    /** Its answer holds a secret, which is not kept to be told again. */
    @Post
    HttpResponse<Success<EndpointJson>> create(HttpRequest<?> request, Caller caller) {
        if (IdempotencyHeader.of(request).isPresent()) {
            throw Refused.invalid(
                    "idempotency-key",
                    "cannot be honoured here: the answer holds a secret. Send the request without it.");
        }
        return bodies.reply(
                request,
                EndpointController::draft,
                draft -> EndpointJson.withSecret(endpoints.create(caller.account(), draft)));
    }

    @Get("/{id}")
    Success<EndpointJson> show(Caller caller, String id) {
        return Success.of(EndpointJson.of(endpoints.show(caller.account(), id)));
    }

    @Patch("/{id}")
    HttpResponse<Success<EndpointJson>> change(HttpRequest<?> request, Caller caller, String id) {
        return bodies.reply(
                request,
                EndpointController::draft,
                draft -> EndpointJson.of(endpoints.change(caller.account(), id, draft)));
    }

    @Delete("/{id}")
    Success<Removed> remove(Caller caller, String id) {
        endpoints.remove(caller.account(), id);
        return Success.of(new Removed(id));
    }

    record Removed(String deleted) {}

    @Post("/{id}/rotate")
    HttpResponse<Success<SecretJson>> rotate(Caller caller, String id) {
        return secret(SecretJson.of(endpoints.rotate(caller.account(), id).secrets(), clock.instant()));
    }

    @Get("/{id}/secret")
    HttpResponse<Success<SecretJson>> secret(Caller caller, String id) {
        return secret(SecretJson.of(endpoints.show(caller.account(), id).secrets(), clock.instant()));
    }

    @Post("/{id}/test")
    Success<DeliveryJson> test(Caller caller, String id) {
        return Success.of(DeliveryJson.of(test.to(caller.account(), id)));
    }

    @Post("/{id}/resend")
    HttpResponse<Success<ResendBody.Answer>> resend(HttpRequest<?> request, Caller caller, String id) {
        return bodies.reply(request, ResendBody::of, body -> body.run(resend, caller.account(), id));
    }

    private static EndpointDraft draft(JsonFields fields) {
        return new EndpointDraft(
                fields.text("url"),
                fields.text("description"),
                fields.isPresent("events") ? fields.texts("events") : null,
                fields.truth("enabled"));
    }

    static HttpResponse<Success<SecretJson>> secret(SecretJson secret) {
        return HttpResponse.ok(Success.of(secret)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
