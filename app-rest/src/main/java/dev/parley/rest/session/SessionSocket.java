package dev.parley.rest.session;

import dev.parley.application.Caller;
import dev.parley.application.session.Ending;
import dev.parley.application.session.RelayedSession;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.session.SessionEnd;
import dev.parley.rest.auth.Admission;
import io.micronaut.http.HttpRequest;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. A thread of its own opens the session, brings the provider's frames to the client, and closes; a
 * second brings the client's to the provider.
 */
final class SessionSocket {

    private static final System.Logger LOG = System.getLogger(SessionSocket.class.getName());

    /** What Netty calls the handler that reads frames. */
    private static final String FRAMES = "wsdecoder";

    private static final Complaint BROKEN =
            new Complaint("error", "Something went wrong inside the gateway.", SessionEnd.BROKEN);

    private final HttpRequest<?> request;
    private final Channel channel;
    private final Wire wire;
    private final Sockets sockets;
    private final Inbox inbox;
    private final Outlet outlet;
    private final Fragments fragments = new Fragments();
    private volatile @Nullable RelayedSession session;
    private volatile @Nullable Complaint complaint;
    private boolean farewellSaid;

    SessionSocket(HttpRequest<?> request, Channel channel, Wire wire, Sockets sockets) {
        this.request = request;
        this.channel = channel;
        this.wire = wire;
        this.sockets = sockets;
        this.inbox = new Inbox(channel);
        this.outlet = new Outlet(channel);
    }

    void start() {
        channel.pipeline().addAfter(FRAMES, "control-frames", new ControlFrames());
        channel.closeFuture().addListener(_ -> gone());
        Thread.ofVirtual().name("session-").start(this::run);
    }

    /** On the connection's own thread. */
    void received(WebSocketFrame frame) {
        try {
            fragments.add(frame).ifPresent(inbox::add);
        } catch (BadMessage e) {
            complain(e.complaint());
        }
    }

    private void gone() {
        inbox.end();
        leave();
    }

    private void run() {
        try {
            converse();
        } catch (Refused e) {
            complaint = Complaint.of(e.refusal());
        } catch (BadMessage e) {
            complaint = e.complaint();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a session broke", e);
            complaint = BROKEN;
        } finally {
            inbox.end();
            hangUp();
        }
    }

    private void converse() throws InterruptedException {
        List<Message> first = new ArrayList<>();
        var caller = caller(first);
        if (caller == null) {
            return;
        }
        try (var opened = sockets.open(caller, wire.order())) {
            session = opened;
            if (!channel.isActive() || complaint != null) {
                return;
            }
            Thread.ofVirtual().name("session-out-").start(() -> send(opened, first));
            for (var frame = opened.next(); frame != null; frame = opened.next()) {
                String text = wire.write(frame);
                if (text != null && !outlet.send(text, () -> opened.ending().isPresent())) {
                    return;
                }
            }
            farewell(); // Before it is settled: a gateway that stops waits for that, and for no more.
        }
    }

    /** Null where they left before they said who they are. */
    private @Nullable Caller caller(List<Message> first) throws InterruptedException {
        var known = Admission.caller(request);
        if (known.isPresent()) {
            return known.get();
        }
        var message = sockets.strangersFirst(inbox);
        if (message == null) {
            if (channel.isActive()) {
                throw noKey();
            }
            return null;
        }
        first.add(message);
        var keys = FirstKey.of(message);
        if (keys.isEmpty()) {
            throw noKey();
        }
        return sockets.admit(request, keys);
    }

    private void send(RelayedSession opened, List<Message> first) {
        try {
            for (var message : first) {
                relay(opened, message);
            }
            boolean goesOn = true;
            while (goesOn) {
                var message = inbox.take();
                goesOn = message != null && relay(opened, message);
            }
        } catch (BadMessage e) {
            complain(e.complaint());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a session broke", e);
            complain(BROKEN);
        }
    }

    private boolean relay(RelayedSession opened, Message message) {
        return wire.read(message).stream().allMatch(opened::send);
    }

    /** The client broke a rule: the session ends, and they are told why. */
    private void complain(Complaint what) {
        complaint = what;
        inbox.end();
        leave();
    }

    private void leave() {
        var open = session;
        if (open != null) {
            open.leave();
        }
    }

    private void hangUp() {
        try {
            farewell();
            outlet.hangUp();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            var _ = channel.close();
        }
    }

    /** Once. */
    private void farewell() throws InterruptedException {
        if (farewellSaid) {
            return;
        }
        farewellSaid = true;
        var ended = session;
        var ending = ended == null ? null : ended.ending().orElse(null);
        var told = complaint;
        if (told == null && ending != null) {
            told = Complaint.of(ending).orElse(null);
        }
        String words = told == null ? null : wire.told(told);
        if (words != null && channel.isActive()) {
            var _ = outlet.send(words, () -> true);
        }
        if (told != null) {
            outlet.close(told.close(), told.message());
        } else {
            outlet.close(code(ending), ending == null ? "" : ending.end().reason());
        }
    }

    private static int code(@Nullable Ending ending) {
        return ending == null ? SessionEnd.NORMAL : ending.end().code();
    }

    private static Refused noKey() {
        return new Refused(new Refusal.Unauthenticated("An API key is required: send it in the header xi-api-key, or as"
                + " xi_api_key in the first message."));
    }
}
