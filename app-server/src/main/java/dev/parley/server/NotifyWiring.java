package dev.parley.server;

import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.notify.CallbackSecrets;
import dev.parley.application.notify.Courier;
import dev.parley.application.notify.DeliveryWorker;
import dev.parley.application.notify.Letters;
import dev.parley.application.notify.ReadDeliveries;
import dev.parley.application.notify.Resend;
import dev.parley.application.notify.RunEndpoints;
import dev.parley.application.notify.SendTest;
import dev.parley.application.notify.TaskShape;
import dev.parley.application.notify.TellProgress;
import dev.parley.application.task.TaskSignals;
import dev.parley.application.work.Renderings;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Endpoints;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.webhook.WebhookSender;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Which class gets which, of those that tell others what has happened. */
@Factory
final class NotifyWiring {

    private final SecureRandom random = new SecureRandom();

    @Singleton
    Letters letters(Stores stores, List<TaskShape> shapes) {
        return new Letters(stores, shapes, this::newSecret);
    }

    @Singleton
    Courier courier(Stores stores, Letters letters, WebhookSender sender, InstantSource clock) {
        return new Courier(stores, letters, sender, clock, random::nextDouble);
    }

    @Singleton
    TellProgress tellProgress(
            Renderings renderings, Stores stores, Letters letters, Courier courier, InstantSource clock) {
        return new TellProgress(renderings::tasks, stores.tasks(), letters, courier, clock);
    }

    /** Closed by the gateway, in its turn. */
    @Singleton
    DeliveryWorker deliveryWorker(
            Deliveries deliveries,
            Courier courier,
            TellProgress progress,
            TaskSignals signals,
            InstantSource clock,
            ServerConfig config) {
        // A call about progress may go before it; each may wait as long for its turn as it may take.
        var lease = config.webhooks().timeLimit().multipliedBy(4).plusSeconds(5);
        // Comes last when the gateway stops, and has half of what the others have left.
        var patience = config.limits()
                .stopTimeout()
                .minus(config.limits().stopPatience())
                .dividedBy(2);
        var pace = new DeliveryWorker.Pace(lease, patience);
        return new DeliveryWorker(deliveries, courier, progress, signals, clock, pace);
    }

    @Singleton
    RunEndpoints runEndpoints(
            Endpoints endpoints, Transactions transactions, WebhookSender sender, Limits limits, InstantSource clock) {
        return new RunEndpoints(endpoints, transactions, sender, this::newSecret, limits, clock);
    }

    @Singleton
    CallbackSecrets callbackSecrets(Endpoints endpoints, InstantSource clock) {
        return new CallbackSecrets(endpoints, this::newSecret, clock);
    }

    @Singleton
    ReadDeliveries readDeliveries(Deliveries deliveries, Limits limits) {
        return new ReadDeliveries(deliveries, limits);
    }

    @Singleton
    Resend resend(Endpoints endpoints, Deliveries deliveries, TaskSignals signals, InstantSource clock) {
        return new Resend(endpoints, deliveries, signals, clock);
    }

    @Singleton
    SendTest sendTest(Endpoints endpoints, Deliveries deliveries, TaskSignals signals, InstantSource clock) {
        return new SendTest(endpoints, deliveries, signals, clock);
    }

    private SigningSecret newSecret() {
        return SigningSecret.issue(random);
    }
}
