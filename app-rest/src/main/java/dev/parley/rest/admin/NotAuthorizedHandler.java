package dev.parley.rest.admin;

import dev.parley.rest.error.ErrorCode;
import dev.parley.rest.error.ErrorJson;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what {@link AdminRule} rejects, in our envelope. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class NotAuthorizedHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<ErrorJson>> {

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public MutableHttpResponse<ErrorJson> handle(HttpRequest request, AuthorizationException rejected) {
        return rejected.isForbidden()
                ? ErrorCode.PERMISSION_DENIED.reply("This route is for admins.")
                : ErrorCode.INVALID_API_KEY
                        .reply("A valid admin token is required: sign in at " + AdminRule.SIGN_IN + ".")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
