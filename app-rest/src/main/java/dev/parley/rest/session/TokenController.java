package dev.parley.rest.session;

import dev.parley.application.Caller;
import dev.parley.application.session.SessionTokens;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.session.SessionRules;
import dev.parley.rest.RestSettings;
import dev.parley.rest.auth.Tickets;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller gives to a browser, so that it needs no key. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class TokenController {

    private static final Set<String> TYPES = Set.of(Tickets.REALTIME, Tickets.SPEECH, Tickets.BATCH);

    private final SessionTokens tokens;
    private final RestSettings settings;

    TokenController(SessionTokens tokens, RestSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Post("/single-use-token/{type}")
    Map<String, String> token(Caller caller, String type) {
        if (!TYPES.contains(type)) {
            throw new Refused(new Refusal.NotFound("There are tokens for: "
                    + String.join(", ", TYPES.stream().sorted().toList()) + "."));
        }
        return Map.of("token", tokens.issue(caller, type));
    }

    @Get("/convai/conversation/get-signed-url")
    Map<String, String> signedUrl(Caller caller, @QueryValue(TalkWire.AGENT) @Nullable String agent) {
        String known = SessionRules.agent(agent == null ? "" : agent);
        String url = settings.urlOf("/v1/convai/conversation").replaceFirst("^http", "ws");
        String token = tokens.issue(caller, Tickets.talk(known));
        return Map.of("signed_url", url + "?agent_id=" + known + "&" + Tickets.TALK_FIELD + "=" + token);
    }

    /** Its older name. */
    @Get("/convai/conversation/get_signed_url")
    Map<String, String> formerSignedUrl(Caller caller, @QueryValue(TalkWire.AGENT) @Nullable String agent) {
        return signedUrl(caller, agent);
    }
}
