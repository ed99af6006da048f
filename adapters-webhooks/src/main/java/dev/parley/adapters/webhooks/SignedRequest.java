package dev.parley.adapters.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A call in the form of Standard Webhooks: what is sent is what was signed, to the byte.
 *
 * @param signature one for each secret, with spaces: a receiver takes whichever it can check
 */
record SignedRequest(String id, String timestamp, String signature, String body) {

    /** @throws IllegalArgumentException if there is no secret, or one that signs nothing */
    static SignedRequest of(Call call) {
        if (call.secrets().isEmpty()) {
            throw new IllegalArgumentException("nothing is sent unsigned");
        }
        List<String> signatures = new ArrayList<>();
        for (var secret : call.secrets()) {
            signatures.add(sign(secret, call));
        }
        return new SignedRequest(
                call.id(), String.valueOf(call.at().getEpochSecond()), String.join(" ", signatures), call.body());
    }

    /** The library signs the text's UTF-8, where a lone surrogate is a question mark: so is it here. */
    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(SigningSecret secret, Call call) {
        try {
            return new Webhook(secret.value()).sign(call.id(), call.at().getEpochSecond(), call.body());
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalArgumentException("a signing secret that signs nothing", e);
        }
    }
}
