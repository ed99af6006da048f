package dev.parley.server;

import dev.parley.adapters.webhooks.HttpWebhookSender;
import dev.parley.ports.webhook.WebhookSender;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Which class gets which, of those that tell others of tasks. */
@Factory
final class WebhookWiring {

    /** Closed with the context, when nobody sends any more. */
    @Singleton
    @Bean(preDestroy = "close")
    WebhookSender webhookSender(ServerConfig config) {
        return new HttpWebhookSender(config.webhooks());
    }
}
