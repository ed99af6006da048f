package dev.parley.application.notify;

import dev.parley.application.Stores;
import dev.parley.application.notify.Letter.Moved;
import dev.parley.application.notify.Letter.Undeliverable;
import dev.parley.application.notify.Letter.Written;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.webhook.WebhookSender;
import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/** Makes one attempt at a delivery, and stores what has come of it: the attempt, the delivery and the endpoint's health. */
public final class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final int EXCERPT_MAX = 1_000;

    private final Stores stores;
    private final Letters letters;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final DoubleSupplier jitter;
    private volatile boolean abandoned;

    /** @param jitter from 0 to 1, drawn evenly */
    public Courier(Stores stores, Letters letters, WebhookSender sender, InstantSource clock, DoubleSupplier jitter) {
        this.stores = stores;
        this.letters = letters;
        this.sender = sender;
        this.clock = clock;
        this.jitter = jitter;
    }

    /** From now on nothing is stored: what is under way is left to whoever claims it when its lease has ended. */
    void abandon() {
        abandoned = true;
    }

    /** @param claimed whose attempt has begun */
    void deliver(Delivery claimed) {
        var now = clock.instant();
        try {
            deliver(claimed, now);
        } catch (RuntimeException e) {
            if (abandoned) {
                return;
            }
            // Else it would come again at the end of each lease, and nobody would see why.
            LOG.log(System.Logger.Level.ERROR, claimed.id() + " could not be sent", e);
            var bug = new Unanswered("The gateway could not send it; its log says why.");
            store(claimed, new DeliveryAttempt(claimed.attempts(), now, since(now), bug));
        }
    }

    private void deliver(Delivery claimed, Instant now) {
        switch (letters.write(claimed, now)) {
            case Undeliverable(String reason) -> stores.deliveries().save(claimed.dead(reason, now), null);
            case Moved(var destination) -> stores.deliveries().save(claimed.movedTo(destination, now), null);
            case Written(Call call) -> {
                var outcome = post(call);
                store(claimed, new DeliveryAttempt(claimed.attempts(), now, since(now), outcome));
            }
        }
    }

    /** Sends what nobody keeps. */
    DeliveryOutcome post(Call call) {
        return switch (sender.post(call)) {
            case Answer.Answered(int status, Duration retryAfter, String excerpt) ->
                new Answered(status, retryAfter, readable(excerpt));
            case Answer.Unanswered(String reason) -> new Unanswered(readable(reason));
            case Answer.Forbidden(String reason) -> new Unanswered("Nothing was sent: " + readable(reason));
        };
    }

    void store(Delivery claimed, DeliveryAttempt attempt) {
        if (abandoned) {
            return;
        }
        var now = clock.instant();
        var next = claimed.after(attempt.outcome(), now, jitter.getAsDouble());
        stores.transactions().run(() -> {
            boolean saved = stores.deliveries().save(next, attempt);
            if (saved && claimed.receiver() instanceof Receiver.Registered(String id)) {
                stores.endpoints().lock(id).ifPresent(endpoint -> noteHealth(endpoint, attempt.outcome(), now));
            }
            return saved;
        });
    }

    private void noteHealth(Endpoint endpoint, DeliveryOutcome outcome, Instant now) {
        var after = endpoint.after(outcome, now);
        if (after.equals(endpoint)) {
            return;
        }
        stores.endpoints().save(after);
        if (after.state() instanceof Disabled(var reason, var _)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "webhook endpoint {0} of account {1} is disabled ({2}): {3}",
                    endpoint.id(),
                    endpoint.account(),
                    reason,
                    outcome.summary());
        }
    }

    private Duration since(Instant begun) {
        var took = Duration.between(begun, clock.instant());
        return took.isNegative() ? Duration.ZERO : took;
    }

    /** A stranger's words, without what no line of text shows, and not many of them. */
    private static String readable(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(EXCERPT_MAX)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
