package dev.parley.rest.admin;

import dev.parley.application.admin.KeyDraft;
import dev.parley.application.admin.RunKeys;
import dev.parley.rest.json.JsonFields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** API keys of all accounts. */
@Controller("/admin/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class KeyController {

    private final AdminBody body;
    private final RunKeys keys;

    KeyController(AdminBody body, RunKeys keys) {
        this.body = body;
        this.keys = keys;
    }

    private record Draft(
            String name, KeyDraft limits, @Nullable String prefix) {
        static Draft of(JsonFields fields) {
            return new Draft(
                    fields.requiredText("name"), LimitsJson.read(fields.object("limits")), fields.text("prefix"));
        }
    }

    @Get("/accounts/{account}/keys")
    PageJson<KeyJson> list(String account) {
        return new PageJson<>(keys.list(account).stream().map(KeyJson::of).toList(), null);
    }

    @Post("/accounts/{account}/keys")
    HttpResponse<KeyJson> issue(String account, HttpRequest<?> request) {
        Repeats.refuse(request);
        var draft = body.read(request, Draft::of);
        var issued = keys.issue(account, draft.name(), draft.limits(), draft.prefix());
        return secret(HttpResponse.created(KeyJson.withSecret(issued)));
    }

    @Get("/keys/{id}")
    KeyJson show(String id) {
        return KeyJson.of(keys.show(id));
    }

    @Patch("/keys/{id}")
    KeyJson rename(String id, HttpRequest<?> request) {
        String name = body.read(request, fields -> fields.requiredText("name"));
        return KeyJson.of(keys.rename(id, name));
    }

    /** All of them: what is left out is not limited any more. */
    @Put("/keys/{id}/limits")
    KeyJson limit(String id, HttpRequest<?> request) {
        var limits = body.read(request, fields -> LimitsJson.read(fields.requiredObject("limits")));
        return KeyJson.of(keys.limit(id, limits));
    }

    @Post("/keys/{id}/enable")
    KeyJson enable(String id) {
        return KeyJson.of(keys.enable(id));
    }

    @Post("/keys/{id}/disable")
    KeyJson disable(String id) {
        return KeyJson.of(keys.disable(id));
    }

    @Delete("/keys/{id}")
    KeyJson delete(String id) {
        return KeyJson.of(keys.delete(id));
    }

    @Post("/keys/{id}/rotate")
    HttpResponse<KeyJson> rotate(String id, HttpRequest<?> request) {
        Repeats.refuse(request);
        var overlap = body.read(request, KeyController::overlap);
        return secret(HttpResponse.ok(KeyJson.withSecret(keys.rotate(id, overlap))));
    }

    private static Duration overlap(JsonFields fields) {
        var seconds = fields.wholeNumber("overlap_seconds");
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
    }

    private static HttpResponse<KeyJson> secret(MutableHttpResponse<KeyJson> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
