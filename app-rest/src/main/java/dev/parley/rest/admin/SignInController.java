package dev.parley.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JOSEException;
import dev.parley.application.admin.ChangePassword;
import dev.parley.application.admin.SignIn;
import dev.parley.domain.account.Admin;
import dev.parley.rest.RestSettings;
import dev.parley.rest.json.JsonFields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;

/** Lets admins in, and lets them change what they get in by. */
@Controller("/admin/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class SignInController {

    private final AdminBody body;
    private final SignIn signIn;
    private final ChangePassword changePassword;
    private final TokenIssuer tokens;
    private final RestSettings settings;

    SignInController(
            AdminBody body, SignIn signIn, ChangePassword changePassword, TokenIssuer tokens, RestSettings settings) {
        this.body = body;
        this.signIn = signIn;
        this.changePassword = changePassword;
        this.tokens = tokens;
        this.settings = settings;
    }

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** What somebody typed. Prints as stars. */
    private record Typed(String name, String password) {
        static Typed of(JsonFields fields) {
            return new Typed(fields.requiredText("name"), fields.requiredText("password"));
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    private record Change(String password, String next) {
        static Change of(JsonFields fields) {
            return new Change(fields.requiredText("password"), fields.requiredText("new_password"));
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Post("/login")
    HttpResponse<Token> signIn(HttpRequest<?> request) throws JOSEException {
        var typed = body.read(request, Typed::of);
        var admin = signIn.signIn(typed.name(), typed.password(), OrdinaryKeyFilter.address(request, settings));
        return HttpResponse.ok(token(admin)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Tokens of before are void, the one that this was asked with among them. */
    @Post("/password")
    HttpResponse<?> changePassword(HttpRequest<?> request, Authentication holder) {
        var change = body.read(request, Change::of);
        changePassword.change(
                holder.getName(), change.password(), change.next(), OrdinaryKeyFilter.address(request, settings));
        return HttpResponse.noContent();
    }

    private Token token(Admin admin) throws JOSEException {
        return new Token(tokens.issue(admin), "Bearer", TokenClaims.AGE_MAX.toSeconds());
    }
}
