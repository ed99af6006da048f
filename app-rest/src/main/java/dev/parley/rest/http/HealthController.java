package dev.parley.rest.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Tells a supervisor that the server answers. Needs no key. */
@Controller("/health")
final class HealthController {

    record Health(String status) {}

    @Get
    Health health() {
        return new Health("UP");
    }
}
