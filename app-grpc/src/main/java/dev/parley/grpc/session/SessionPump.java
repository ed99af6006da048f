package dev.parley.grpc.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.application.Caller;
import dev.parley.application.session.OpenSession;
import dev.parley.application.session.RelayedSession;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.grpc.dialogue.PacedCaller;
import dev.parley.grpc.dialogue.TaskMapping;
import dev.parley.grpc.error.MalformedRequest;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.v1.SessionStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves one session's frames both ways, no faster than either side reads. Knows nothing about money. */
final class SessionPump<Q, A> {

    private final Talk<Q, A> talk;
    private final SentMessages<Q> sent;
    private Load given = Load.NONE;
    private Load got = Load.NONE;
    private volatile @Nullable RuntimeException wrong;

    SessionPump(Talk<Q, A> talk, SentMessages<Q> sent) {
        this.talk = talk;
        this.sent = sent;
    }

    void run(PacedCaller<A> client, Caller caller, OpenSession open) {
        var metadata = ResponseMetadata.current();
        var header = first();
        var order = header == null ? null : talk.order(header);
        if (order == null) {
            throw new MalformedRequest("header", "'header' must come first.");
        }
        var session = HeaderNames.naming(() -> open.open(caller, order));
        try (session) {
            client.whenGone(session::leave);
            metadata.warn(session.task().warnings());
            client.send(started(session, metadata.warnings()));
            var sending = Thread.ofVirtual().name("session-sender").start(() -> send(session));
            try {
                relay(client, session);
            } finally {
                sent.over();
                session.leave();
                join(sending);
            }
        }
        var mistake = wrong;
        if (mistake != null) {
            throw mistake;
        }
        if (client.awaitReady()) {
            client.send(talk.ended(Endings.told(session, given, got)));
            Endings.refuse(session);
            client.done();
        }
    }

    private A started(RelayedSession session, List<String> warnings) {
        return talk.started(SessionStarted.newBuilder()
                .setTaskId(session.task().id().toString())
                .setQuote(TaskMapping.quote(session.task()))
                .setCharactersMax(session.most().characters())
                .setAudioMaxMillis(session.most().audio().toMillis())
                .addAllWarnings(warnings)
                .build());
    }

    private void relay(PacedCaller<A> client, RelayedSession session) {
        while (client.awaitReady()) { // not ready, not read
            var frame = session.next();
            if (frame == null) {
                return;
            }
            got = got.plus(frame.carries());
            JsonNode json = FrameJson.read(frame);
            talk.replies(json).forEach(sent::say);
            for (A answer : talk.answers(json)) {
                if (client.awaitReady()) {
                    client.send(answer);
                }
            }
            leaveIfComplete(session);
        }
    }

    private void send(RelayedSession session) {
        try {
            boolean open = sendAll(session, talk.greeting());
            while (open) {
                open = switch (sent.next()) {
                    case SentMessages.Sent.Message<Q>(Q message) -> sendAll(session, talk.frames(message));
                    case SentMessages.Sent.Own<Q>(Frame frame) -> session.send(frame);
                    case SentMessages.Sent.End<Q> _ -> {
                        var _ = sendAll(session, talk.last());
                        leaveIfComplete(session);
                        yield true; // Signs of life go on.
                    }
                    case SentMessages.Sent.Over<Q> _ -> false;
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            session.leave();
        } catch (RuntimeException e) {
            wrong = e;
            session.leave();
        }
    }

    private boolean sendAll(RelayedSession session, List<Frame> frames) {
        for (Frame frame : frames) {
            if (!session.send(frame)) {
                return false;
            }
            given = given.plus(frame.carries());
        }
        return true;
    }

    private void leaveIfComplete(RelayedSession session) {
        if (talk.isComplete()) {
            session.leave();
        }
    }

    private @Nullable Q first() {
        try {
            return sent.first();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** After this its sums are whole. */
    private static void join(Thread sending) {
        try {
            sending.join();
        } catch (InterruptedException e) {
            sending.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
