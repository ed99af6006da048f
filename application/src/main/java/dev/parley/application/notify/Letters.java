package dev.parley.application.notify;

import dev.parley.application.Stores;
import dev.parley.application.notify.Letter.Moved;
import dev.parley.application.notify.Letter.Undeliverable;
import dev.parley.application.notify.Letter.Written;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.task.Task;
import dev.parley.domain.webhook.Callback;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.Receiver;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes what receivers are told, at the moment in which they are: of the task as it is stored, and to the address that they
 * have now. What is written of an ended task is the same each time.
 */
public final class Letters {

    private static final String UNKNOWN_TASK = "The gateway does not know the task any more.";

    private final Stores stores;
    private final Map<String, TaskShape> shapes;
    private final Supplier<SigningSecret> newSecret;

    /** @param newSecret makes what an account's first callback is signed with */
    public Letters(Stores stores, Collection<TaskShape> shapes, Supplier<SigningSecret> newSecret) {
        this.stores = stores;
        this.shapes = shapes.stream().collect(Collectors.toMap(TaskShape::name, Function.identity()));
        this.newSecret = newSecret;
    }

    Letter write(Delivery delivery, Instant now) {
        return switch (delivery.receiver()) {
            case Receiver.OfTask _ -> toCallback(delivery, now);
            case Receiver.Registered(String id) ->
                stores.endpoints()
                        .find(id)
                        .map(endpoint -> toEndpoint(delivery, endpoint, now))
                        .orElseGet(() -> new Undeliverable("The endpoint has been deleted."));
        };
    }

    /** A call that is not kept; empty where nobody can be told. */
    Optional<Call> passing(Task task, Instant now) {
        var callback = task.output().callback();
        var event = Event.of(EventType.TASK_PROCESSING, task.account(), task.id(), now);
        return callback == null
                ? Optional.empty()
                : body(callback.shape(), event, task)
                        .map(body -> call(callback.url(), Delivery.newId(), now, body, callbackSecrets(task, now)));
    }

    private Letter toCallback(Delivery delivery, Instant now) {
        var task = task(delivery.event());
        if (task.isEmpty()) {
            return new Undeliverable(UNKNOWN_TASK);
        }
        var callback = task.get().output().callback();
        if (callback == null) {
            return new Undeliverable("The task names nobody who is to be told.");
        }
        return body(callback.shape(), delivery.event(), task.get())
                .<Letter>map(body ->
                        new Written(call(callback.url(), delivery.id(), now, body, callbackSecrets(task.get(), now))))
                .orElseGet(() -> unknown(callback));
    }

    private Letter toEndpoint(Delivery delivery, Endpoint endpoint, Instant now) {
        var destination = Destination.of(endpoint.url());
        if (!endpoint.isEnabled()) {
            return new Undeliverable("The endpoint is disabled.");
        }
        if (!destination.equals(delivery.destination())) {
            return new Moved(destination);
        }
        return body(delivery.event(), endpoint)
                .<Letter>map(body -> new Written(call(
                        endpoint.url(),
                        delivery.id(),
                        now,
                        body,
                        endpoint.secrets().at(now))))
                .orElseGet(() -> new Undeliverable(UNKNOWN_TASK));
    }

    private Optional<String> body(Event event, Endpoint endpoint) {
        return event.type() == EventType.WEBHOOK_TEST
                ? Optional.of(test(event, endpoint))
                : task(event).flatMap(task -> body(TaskShape.STANDARD, event, task));
    }

    private Optional<String> body(String shape, Event event, Task task) {
        return Optional.ofNullable(shapes.get(shape)).map(known -> known.body(event, task));
    }

    /** Ids and times need no escaping. */
    private static String test(Event event, Endpoint endpoint) {
        return "{\"type\":\"" + event.type() + "\",\"timestamp\":\"" + event.at() + "\",\"data\":{\"endpoint\":\""
                + endpoint.id() + "\"}}";
    }

    private Optional<Task> task(Event event) {
        var task = event.task();
        return task == null ? Optional.empty() : stores.tasks().find(task, event.account());
    }

    private List<SigningSecret> callbackSecrets(Task task, Instant now) {
        return stores.endpoints()
                .callbackSecrets(task.account(), newSecret.get())
                .at(now);
    }

    private static Undeliverable unknown(Callback callback) {
        return new Undeliverable("The gateway does not speak '" + callback.shape() + "' any more.");
    }

    private static Call call(URI url, String id, Instant now, String body, List<SigningSecret> secrets) {
        return new Call(url, id, now, body, secrets);
    }
}
