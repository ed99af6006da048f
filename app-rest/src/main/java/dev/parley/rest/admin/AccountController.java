package dev.parley.rest.admin;

import dev.parley.application.admin.AccountView;
import dev.parley.application.admin.RunAccounts;
import dev.parley.rest.json.JsonFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Accounts. */
@Controller("/admin/v1/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class AccountController {

    private final AdminBody body;
    private final Repeats repeats;
    private final RunAccounts accounts;

    AccountController(AdminBody body, Repeats repeats, RunAccounts accounts) {
        this.body = body;
        this.repeats = repeats;
        this.accounts = accounts;
    }

    private record Naming(String name, String fingerprint) {
        static Naming of(JsonFields fields) {
            return new Naming(fields.requiredText("name"), fields.fingerprint());
        }
    }

    @Get
    PageJson<AccountJson> list(HttpRequest<?> request) {
        var asked = new Parameters(request, "cursor", "limit");
        return PageJson.of(accounts.page(asked.text("cursor"), asked.number("limit")), AccountJson::of);
    }

    @Post
    HttpResponse<String> open(HttpRequest<?> request) {
        var naming = body.read(request, Naming::of);
        String answer = repeats.key(request, "admin.accounts.open", naming.fingerprint())
                .map(key -> accounts.open(naming.name(), key, this::written))
                .orElseGet(() -> written(accounts.open(naming.name())));
        return HttpResponse.created(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/{id}")
    AccountJson show(String id) {
        return AccountJson.of(accounts.show(id));
    }

    @Patch("/{id}")
    AccountJson rename(String id, HttpRequest<?> request) {
        var naming = body.read(request, Naming::of);
        return AccountJson.of(accounts.rename(id, naming.name()));
    }

    @Post("/{id}/ban")
    AccountJson ban(String id) {
        return AccountJson.of(accounts.ban(id));
    }

    @Post("/{id}/unban")
    AccountJson unban(String id) {
        return AccountJson.of(accounts.unban(id));
    }

    private String written(AccountView account) {
        return repeats.written(AccountJson.of(account));
    }
}
