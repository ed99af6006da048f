package dev.parley.rest.session;

import dev.parley.application.submit.Order;
import dev.parley.domain.session.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client API of sessions. For one session: it may remember what was said. */
interface Wire {

    /** What the client asks for, by the address they connect to. */
    Order order();

    /**
     * What a client's message is to the provider, measured and without secrets; none where it is not for the provider.
     *
     * @throws BadMessage if it means nothing
     */
    List<Frame> read(Message message);

    /** What a provider's frame is to the client; null where they are not told. */
    default @Nullable String write(Frame frame) {
        return frame.json();
    }

    /** What a client is told before the end; null where this API has no words for it. */
    @Nullable
    String told(Complaint complaint);
}
