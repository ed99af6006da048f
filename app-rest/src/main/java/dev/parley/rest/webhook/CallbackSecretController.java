package dev.parley.rest.webhook;

import dev.parley.application.Caller;
import dev.parley.application.notify.CallbackSecrets;
import dev.parley.rest.nativeapi.Success;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;

/** What the account's callbacks are signed with. */
@Controller("/v1/webhooks/callback-secret")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CallbackSecretController {

    private final CallbackSecrets secrets;
    private final InstantSource clock;

    CallbackSecretController(CallbackSecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    @Get
    HttpResponse<Success<SecretJson>> show(Caller caller) {
        return EndpointController.secret(SecretJson.of(secrets.show(caller.account()), clock.instant()));
    }

    @Post("/rotate")
    @Consumes(MediaType.ALL)
    HttpResponse<Success<SecretJson>> rotate(Caller caller) {
        return EndpointController.secret(SecretJson.of(secrets.rotate(caller.account()), clock.instant()));
    }
}
