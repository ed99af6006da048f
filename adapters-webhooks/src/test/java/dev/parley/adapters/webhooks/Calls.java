package dev.parley.adapters.webhooks;

import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something to send. */
final class Calls {

    static final SigningSecret SECRET = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    static final String BODY = "{\"test\": 2432232314}";

    private Calls() {}

    static Call to(URI url) {
        return new Call(url, ID, AT, BODY, List.of(SECRET));
    }

    static Call to(String url) {
        return to(URI.create(url));
    }

    /** Loopback is open, and nobody is waited for longer than this. */
    static WebhookSettings impatient(Duration limit) {
        var open = WebhookSettings.DEFAULT.allowing("127.0.0.0/8");
        return new WebhookSettings(open.allowed(), open.ports(), null, limit);
    }
}
