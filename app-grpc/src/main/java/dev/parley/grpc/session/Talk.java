package dev.parley.grpc.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.application.submit.Order;
import dev.parley.domain.session.Frame;
import dev.parley.v1.SessionEnded;
import dev.parley.v1.SessionStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session's messages, and the frames that they stand for. One thread reads what the caller sends, another what the provider
 * answers: what both touch is guarded.
 */
interface Talk<Q, A> {

    /** What the header asks for; null where something else came first. */
    @Nullable
    Order order(Q header);

    /** What is said to the provider before anything of the caller's. */
    List<Frame> greeting();

    /** What the caller says. */
    List<Frame> frames(Q message);

    /** What is said to the provider when the caller has said all. */
    List<Frame> last();

    /** What the provider says. */
    List<A> answers(JsonNode frame);

    /** What the provider must be answered by the gateway, as a sign of life. */
    default List<Frame> replies(JsonNode frame) {
        return List.of();
    }

    /** Whether nothing is missing any more; where the provider closes a session by itself, never. */
    boolean isComplete();

    A started(SessionStarted started);

    A ended(SessionEnded ended);
}
