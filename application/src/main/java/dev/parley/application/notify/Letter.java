package dev.parley.application.notify;

import dev.parley.domain.webhook.Destination;
import dev.parley.ports.webhook.WebhookSender.Call;

/** What is to be done to deliver something. */
sealed interface Letter {

    record Written(Call call) implements Letter {}

    /** The receiver is elsewhere by now. */
    record Moved(Destination destination) implements Letter {}

    /** It can never be delivered. */
    record Undeliverable(String reason) implements Letter {}
}
