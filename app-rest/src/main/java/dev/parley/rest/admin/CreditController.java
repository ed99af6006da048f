package dev.parley.rest.admin;

import dev.parley.application.admin.Movement;
import dev.parley.application.admin.RunCredits;
import dev.parley.application.admin.RunCredits.Order;
import dev.parley.rest.json.JsonFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Credits of an account, and every entry that moved them. */
@Controller("/admin/v1/accounts/{account}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class CreditController {

    private final AdminBody body;
    private final Repeats repeats;
    private final RunCredits credits;

    CreditController(AdminBody body, Repeats repeats, RunCredits credits) {
        this.body = body;
        this.repeats = repeats;
        this.credits = credits;
    }

    private record Moving(String amount, String reason, String fingerprint) {
        static Moving of(JsonFields fields) {
            return new Moving(fields.requiredDecimal("amount"), fields.requiredText("reason"), fields.fingerprint());
        }

        Order of(String account) {
            return new Order(account, amount, reason);
        }
    }

    @Post("/credits")
    HttpResponse<String> grant(String account, HttpRequest<?> request) {
        var moving = body.read(request, Moving::of);
        return json(repeats.key(request, "admin.credits.grant " + account, moving.fingerprint())
                .map(key -> credits.grant(moving.of(account), key, this::written))
                .orElseGet(() -> written(credits.grant(moving.of(account)))));
    }

    @Post("/credits/withdraw")
    HttpResponse<String> withdraw(String account, HttpRequest<?> request) {
        var moving = body.read(request, Moving::of);
        return json(repeats.key(request, "admin.credits.withdraw " + account, moving.fingerprint())
                .map(key -> credits.withdraw(moving.of(account), key, this::written))
                .orElseGet(() -> written(credits.withdraw(moving.of(account)))));
    }

    @Get("/entries")
    PageJson<EntryJson> entries(String account, HttpRequest<?> request) {
        var asked = new Parameters(request, "cursor", "limit");
        return PageJson.of(credits.entries(account, asked.text("cursor"), asked.number("limit")), EntryJson::of);
    }

    private String written(Movement movement) {
        return repeats.written(CreditsJson.of(movement));
    }

    private static HttpResponse<String> json(String answer) {
        return HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
