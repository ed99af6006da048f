package dev.parley.rest.admin;

import java.util.Map;

/** What Micronaut Security must be told to guard these routes, and no others. */
public final class AdminProperties {

    private AdminProperties() {}

    public static Map<String, Object> all() {
        return Map.ofEntries(
                Map.entry("micronaut.security.enabled", true),
                Map.entry("micronaut.security.filter.pattern", "/admin/**"),
                // Its own ways in and out, and its own ideas of what may be asked without a token.
                Map.entry("micronaut.security.endpoints.login.enabled", false),
                Map.entry("micronaut.security.endpoints.logout.enabled", false),
                Map.entry("micronaut.security.endpoints.introspection.enabled", false),
                Map.entry("micronaut.security.basic-auth.enabled", false),
                Map.entry("micronaut.security.redirect.enabled", false),
                Map.entry("micronaut.security.token.cookie.enabled", false),
                Map.entry("micronaut.security.token.jwt.cookie.enabled", false),
                Map.entry("micronaut.security.token.propagation.enabled", false),
                Map.entry("micronaut.security.oauth2.enabled", false),
                // The claims are judged by TokenClaims alone, on our clock.
                Map.entry("micronaut.security.token.jwt.claims-validators.expiration", false),
                Map.entry("micronaut.security.token.jwt.claims-validators.not-before", false),
                Map.entry("micronaut.security.token.jwt.claims-validators.subject-not-null", false));
    }
}
