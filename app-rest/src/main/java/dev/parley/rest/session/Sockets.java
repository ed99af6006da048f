package dev.parley.rest.session;

import dev.parley.application.Caller;
import dev.parley.application.session.OpenSession;
import dev.parley.application.session.RelayedSession;
import dev.parley.application.submit.Order;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.auth.Admission;
import dev.parley.rest.auth.Upgrades;
import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Connections of clients, from their upgrade on. */
@Singleton
final class Sockets {

    private static final String SOCKET = "parley.session";
    private static final Duration KEY_WAIT = Duration.ofSeconds(10);
    private static final int STRANGERS_MAX = 50;

    private final OpenSession open;
    private final Admission admission;
    private final Semaphore strangers = new Semaphore(STRANGERS_MAX);

    Sockets(OpenSession open, Admission admission) {
        this.open = open;
        this.admission = admission;
    }

    /** On the connection's own thread, which waits for nothing. */
    void opened(HttpRequest<?> request, Wire wire) {
        var socket = new SessionSocket(request, Upgrades.channel(request), wire, this);
        request.setAttribute(SOCKET, socket);
        socket.start();
    }

    /** On the connection's own thread. The frame is let go of here. */
    void received(HttpRequest<?> request, WebSocketFrame frame) {
        try {
            request.getAttribute(SOCKET, SessionSocket.class).ifPresent(socket -> socket.received(frame));
        } finally {
            frame.release();
        }
    }

    RelayedSession open(Caller caller, Order order) {
        return open.open(caller, order);
    }

    /**
     * Who asks, where their key comes in their first message. The message stays to be relayed.
     *
     * @return null where they left before
     * @throws Refused if they may not come in
     */
    @Nullable
    Message strangersFirst(Inbox inbox) throws InterruptedException {
        if (!strangers.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable(
                    "Too many connections show no key. Send it in the header xi-api-key.", KEY_WAIT));
        }
        try {
            return inbox.take(KEY_WAIT);
        } finally {
            strangers.release();
        }
    }

    Caller admit(HttpRequest<?> request, List<String> credentials) {
        return admission.admitLater(request, credentials);
    }
}
