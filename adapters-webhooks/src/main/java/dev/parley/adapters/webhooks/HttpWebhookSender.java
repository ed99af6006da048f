package dev.parley.adapters.webhooks;

import dev.parley.adapters.webhooks.Places.Place;
import dev.parley.ports.webhook.WebhookSender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Calls over HTTP. A name is resolved once for each call, what it leads to is checked, and those very addresses are dialled:
 * between the check and the connection nobody is asked again.
 */
public final class HttpWebhookSender implements WebhookSender {

    private static final Duration PATIENCE_AT_SUBMIT = Duration.ofSeconds(2);

    /** Without the proxies that the machine's settings may name. */
    private static final DetachedSocketFactory DIRECT = _ -> new Socket(Proxy.NO_PROXY);

    private final Duration limit;
    private final AddressGuard guard;
    private final Names names;
    private final Wire wire;
    private final Places places = new Places(Wire.CALLS_PER_RECEIVER_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IllegalArgumentException if the file of certificates holds none */
    public HttpWebhookSender(WebhookSettings settings) {
        this(settings, InetAddress::getAllByName, DIRECT);
    }

    HttpWebhookSender(WebhookSettings settings, Resolver resolver, DetachedSocketFactory sockets) {
        limit = settings.timeLimit();
        guard = AddressGuard.of(settings);
        wire = Wire.of(settings, sockets);
        names = new Names(resolver);
    }

    @Override
    public Optional<String> complaint(URI url) {
        try {
            var target = Target.of(url);
            guard.check(target);
            var _ = guard.admitted(target, names.addresses(target, PATIENCE_AT_SUBMIT));
            return Optional.empty();
        } catch (ForbiddenTargetException e) {
            return Optional.of(e.complaint());
        } catch (UnknownHostException notNow) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public Answer post(Call call) {
        try {
            var target = Target.of(call.url());
            guard.check(target);
            var signed = SignedRequest.of(call);
            return inTurn(target, () -> exchange(call, target, signed));
        } catch (ForbiddenTargetException e) {
            return forbidden(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unanswered(Reasons.INTERRUPTED);
        }
    }

    /** Waiting for a place is not the receiver's fault, so its time begins afterwards. */
    private Answer inTurn(Target target, Callable<Answer> exchange) throws InterruptedException {
        var turn = places.take(target.receiver(), limit);
        if (turn.isEmpty()) {
            return new Answer.Unanswered(Reasons.CROWDED);
        }
        try (Place _ = turn.get()) {
            return inTime(exchange);
        }
    }

    /** Interrupting a virtual thread closes the socket that it waits for, wherever in the call it does. */
    private Answer inTime(Callable<Answer> exchange) throws InterruptedException {
        Future<Answer> answer;
        try {
            answer = threads.submit(exchange);
        } catch (RejectedExecutionException closed) {
            return new Answer.Unanswered(Reasons.INTERRUPTED);
        }
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Answer.Unanswered("no answer within " + seconds(limit));
        } catch (ExecutionException e) {
            return unanswered(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Answer exchange(Call call, Target target, SignedRequest signed)
            throws IOException, ForbiddenTargetException, InterruptedException {
        var addresses = guard.admitted(target, names.addresses(target, limit)).iterator();
        while (true) {
            var address = addresses.next();
            try {
                return wire.send(call.url(), target, address, signed, call.at());
            } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException e) {
                // Nothing was sent, so that the next address hears of it first.
                if (!addresses.hasNext()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        wire.close();
        names.close();
    }

    private static Answer unanswered(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new Answer.Unanswered(Reasons.INTERRUPTED);
            case ForbiddenTargetException e -> forbidden(e);
            default -> new Answer.Unanswered(Reasons.of(cause));
        };
    }

    private static Answer forbidden(ForbiddenTargetException e) {
        return new Answer.Forbidden("the URL " + e.complaint());
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
