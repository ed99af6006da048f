package dev.parley.rest.webhook;

import dev.parley.application.Caller;
import dev.parley.application.notify.ReadDeliveries;
import dev.parley.application.notify.Resend;
import dev.parley.rest.nativeapi.ListJson;
import dev.parley.rest.nativeapi.Success;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What the caller's account was told of, and how that went. */
@Controller("/v1/webhooks/deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeliveryController {

    private final ReadDeliveries read;
    private final Resend resend;

    DeliveryController(ReadDeliveries read, Resend resend) {
        this.read = read;
        this.resend = resend;
    }

    @Get
    ListJson<DeliveryJson> list(HttpRequest<?> request, Caller caller) {
        var query = new Query(request);
        var page = read.page(query.deliveries(caller.account()), query.text("cursor"), query.number("limit"));
        return new ListJson<>(page.entries().stream().map(DeliveryJson::of).toList(), page.nextCursor());
    }

    @Get("/{id}")
    Success<DeliveryJson> show(Caller caller, String id) {
        return Success.of(DeliveryJson.of(read.show(caller.account(), id)));
    }

    @Post("/{id}/resend")
    @Consumes(MediaType.ALL)
    Success<DeliveryJson> resend(Caller caller, String id) {
        return Success.of(DeliveryJson.of(resend.one(caller.account(), id)));
    }
}
