package dev.parley.rest.doorbell;

import dev.parley.application.work.Doorbells;
import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/**
 * Hears upstreams ring. What they say is not read: whoever wants to know asks them. A good address is answered alike whether its
 * attempt lives or not.
 */
@Controller(Doorbells.PATH)
@Consumes(MediaType.ALL)
final class DoorbellController {

    private final Doorbells doorbells;

    DoorbellController(Doorbells doorbells) {
        this.doorbells = doorbells;
    }

    @Post("/{attempt}/{token}")
    HttpResponse<?> ring(String attempt, String token) {
        if (!doorbells.ring(attempt, token)) {
            throw new HttpRefused(HttpStatus.NOT_FOUND, "There is nothing here.");
        }
        return HttpResponse.noContent();
    }
}
