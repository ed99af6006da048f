package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.account.ReadCredits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What the caller has left. */
@Controller("/v1/credits")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CreditsController {

    private final ReadCredits credits;

    CreditsController(ReadCredits credits) {
        this.credits = credits;
    }

    @Get
    Success<CreditsJson> balance(Caller caller) {
        return Success.of(CreditsJson.of(credits.balance(caller)));
    }
}
