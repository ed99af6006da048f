package dev.parley.rest.admin;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.application.admin.SignIn;
import dev.parley.domain.account.Admin;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token says, and which of what it may say is believed. */
@Singleton
final class TokenClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {

    static final Duration AGE_MAX = Duration.ofMinutes(15);

    /** Clocks of several machines differ by so much and no more. */
    private static final Duration SKEW_MAX = Duration.ofSeconds(5);

    private static final String ISSUER = "parley";
    private static final String AUDIENCE = "parley-admin";
    private static final String ROLES = "roles";

    /** Milliseconds since 1970. A change of the password voids what was given before, to the millisecond. */
    private static final String PASSWORD_SINCE = "password_since";

    private static final Set<String> NAMES = Set.of("iss", "aud", "sub", "iat", "exp", ROLES, PASSWORD_SINCE);

    private final SignIn signIn;
    private final InstantSource clock;

    TokenClaims(SignIn signIn, InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    JWTClaimsSet of(Admin admin) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(admin.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(AGE_MAX)))
                .claim(ROLES, List.of(AdminRule.ROLE))
                .claim(PASSWORD_SINCE, admin.passwordSince().toEpochMilli())
                .build();
    }

    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        return claims.names().equals(NAMES)
                && ISSUER.equals(claims.get("iss"))
                && isAudience(claims.get("aud"))
                && List.of(AdminRule.ROLE).equals(claims.get(ROLES))
                && claims.get("iat") instanceof Date given
                && claims.get("exp") instanceof Date end
                && isTimely(given.toInstant(), end.toInstant())
                && claims.get("sub") instanceof String name
                && claims.get(PASSWORD_SINCE) instanceof Long since
                && isHeld(name, Instant.ofEpochMilli(since), given.toInstant());
    }

    private static boolean isAudience(@Nullable Object claim) {
        return AUDIENCE.equals(claim) || List.of(AUDIENCE).equals(claim);
    }

    private boolean isTimely(Instant given, Instant end) {
        var now = clock.instant();
        return now.isBefore(end)
                && !given.isAfter(now.plus(SKEW_MAX))
                && given.isBefore(end)
                && Duration.between(given, end).compareTo(AGE_MAX) <= 0;
    }

    private boolean isHeld(String name, Instant since, Instant given) {
        return !given.isBefore(since.truncatedTo(ChronoUnit.SECONDS))
                && signIn.holder(name, since).isPresent();
    }
}
