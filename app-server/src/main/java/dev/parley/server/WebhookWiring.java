package dev.parley.server;

import dev.parley.adapters.webhooks.HttpRemoteFiles;
import dev.parley.adapters.webhooks.HttpWebhookSender;
import dev.parley.application.Limits;
import dev.parley.application.upload.FetchUploads;
import dev.parley.ports.audio.RemoteFiles;
import dev.parley.ports.webhook.WebhookSender;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Which class gets which, of those that use callers' URLs. */
@Factory
final class WebhookWiring {

    /** Closed with the context, when nobody sends any more. */
    @Singleton
    @Bean(preDestroy = "close")
    WebhookSender webhookSender(ServerConfig config) {
        return new HttpWebhookSender(config.webhooks());
    }

    @Singleton
    @Bean(preDestroy = "close")
    RemoteFiles remoteFiles(ServerConfig config) {
        return new HttpRemoteFiles(config.fetches());
    }

    @Singleton
    FetchUploads fetchUploads(RemoteFiles files, Limits limits) {
        return new FetchUploads(files, limits.accountFetchesMax());
    }
}
