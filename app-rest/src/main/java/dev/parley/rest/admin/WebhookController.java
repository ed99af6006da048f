package dev.parley.rest.admin;

import dev.parley.application.notify.ReadDeliveries;
import dev.parley.application.notify.Resend;
import dev.parley.application.notify.RunEndpoints;
import dev.parley.application.notify.SendTest;
import dev.parley.rest.webhook.DeliveryJson;
import dev.parley.rest.webhook.EndpointJson;
import dev.parley.rest.webhook.Query;
import dev.parley.rest.webhook.ResendBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Webhooks of all accounts. */
@Controller("/admin/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class WebhookController {

    private final AdminBody body;
    private final RunEndpoints endpoints;
    private final ReadDeliveries read;
    private final Resend resend;
    private final SendTest test;

    WebhookController(AdminBody body, RunEndpoints endpoints, ReadDeliveries read, Resend resend, SendTest test) {
        this.body = body;
        this.endpoints = endpoints;
        this.read = read;
        this.resend = resend;
        this.test = test;
    }

    @Get("/accounts/{account}/webhooks/endpoints")
    PageJson<EndpointJson> list(String account) {
        return new PageJson<>(
                endpoints.list(account).stream().map(EndpointJson::forOperator).toList(), null);
    }

    @Post("/webhooks/endpoints/{id}/enable")
    EndpointJson enable(String id) {
        return EndpointJson.forOperator(endpoints.enable(id));
    }

    @Post("/webhooks/endpoints/{id}/disable")
    EndpointJson disable(String id) {
        return EndpointJson.forOperator(endpoints.disable(id));
    }

    @Post("/webhooks/endpoints/{id}/test")
    DeliveryJson test(String id) {
        return DeliveryJson.forOperator(test.to(null, id));
    }

    @Post("/webhooks/endpoints/{id}/resend")
    ResendBody.Answer resend(String id, HttpRequest<?> request) {
        return body.read(request, ResendBody::of).run(resend, null, id);
    }

    @Get("/webhooks/deliveries")
    PageJson<DeliveryJson> deliveries(HttpRequest<?> request) {
        var known =
                new Parameters(request, "account", "endpoint", "task", "state", "after", "before", "cursor", "limit");
        var query = new Query(request);
        var page = read.page(query.deliveries(known.text("account")), known.text("cursor"), known.number("limit"));
        return PageJson.of(page, DeliveryJson::forOperator);
    }

    @Get("/webhooks/deliveries/{id}")
    DeliveryJson delivery(String id) {
        return DeliveryJson.forOperator(read.show(null, id));
    }

    @Post("/webhooks/deliveries/{id}/resend")
    DeliveryJson resend(String id) {
        return DeliveryJson.forOperator(resend.one(null, id));
    }
}
