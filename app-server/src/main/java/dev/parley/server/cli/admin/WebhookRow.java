package dev.parley.server.cli.admin;

import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.Receiver;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What webhooks show of themselves. */
final class WebhookRow {

    private WebhookRow() {}

    static Map<String, @Nullable Object> of(Delivery delivery) {
        var event = delivery.event();
        var task = event.task();
        var row = Row.row("id", delivery.id());
        row.put("account", event.account());
        row.put("type", event.type().toString());
        row.put("task", task == null ? null : task.toString());
        row.put("endpoint", delivery.receiver() instanceof Receiver.Registered(String id) ? id : null);
        row.put("destination", delivery.destination().value());
        row.put("state", word(delivery.state().stand()));
        row.put("attempts", delivery.attempts());
        row.put("at", event.at().toString());
        row.put("due_at", delivery.state() instanceof Waiting(var _, Instant due) ? due.toString() : null);
        row.put("reason", delivery.state() instanceof Dead(String reason, var _) ? reason : null);
        return row;
    }

    static Map<String, @Nullable Object> of(DeliveryAttempt attempt) {
        var row = Row.row("attempt", attempt.number());
        row.put("at", attempt.at().toString());
        row.put("took_ms", attempt.took().toMillis());
        switch (attempt.outcome()) {
            case Answered(int status, var _, String said) -> {
                row.put("status", status);
                row.put("said", said);
            }
            case Unanswered(String reason) -> {
                row.put("status", null);
                row.put("said", reason);
            }
        }
        return row;
    }

    static Map<String, @Nullable Object> of(Endpoint endpoint) {
        var disabled = endpoint.state() instanceof Disabled state ? state : null;
        var failing = endpoint.state() instanceof Enabled state ? state.failingSince() : null;
        var row = Row.row("id", endpoint.id());
        row.put("account", endpoint.account());
        row.put("url", endpoint.url().toString());
        row.put("description", endpoint.description());
        row.put(
                "events",
                endpoint.events().stream().sorted().map(EventType::toString).toList());
        row.put("enabled", endpoint.isEnabled());
        row.put("disabled_by", disabled == null ? null : word(disabled.reason()));
        row.put("disabled_at", disabled == null ? null : disabled.since().toString());
        row.put("failing_since", failing == null ? null : failing.toString());
        row.put("created_at", endpoint.createdAt().toString());
        return row;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
