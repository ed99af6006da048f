package dev.parley.rest.admin;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Every route that Micronaut Security guards is for admins, known or not; all but the one where they sign in. */
@Singleton
final class AdminRule implements SecurityRule<HttpRequest<?>> {

    static final String ROLE = "ADMIN";
    static final String SIGN_IN = "/admin/v1/login";

    @Override
    public Publisher<SecurityRuleResult> check(@Nullable HttpRequest<?> request, @Nullable Authentication holder) {
        boolean signsIn = request != null
                && request.getMethod() == HttpMethod.POST
                && request.getPath().equals(SIGN_IN);
        boolean admin = holder != null && holder.getRoles().contains(ROLE);
        return Publishers.just(signsIn || admin ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    /** Nothing else decides. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
