package dev.parley.plugins.sandbox;

import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionEnd;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session with nobody at its other end: what is sent is answered at once, by whoever sends it. */
final class SandboxSession implements Session {

    private static final Failure BREAKS = new Failure.Unavailable("The sandbox was asked to break.");

    private final Outbox out = new Outbox();
    private final TimeLimit time;
    private final Answers answers;
    private final Consumer<SandboxSession> whenClosed;

    /**
     * @param answers what is said first, and to each frame
     * @param whenClosed may be told more than once
     */
    SandboxSession(Answers answers, TimeLimit time, Consumer<SandboxSession> whenClosed) throws ProviderException {
        this.answers = answers;
        this.time = time;
        this.whenClosed = whenClosed;
        answers.begin(this);
    }

    /** One kind of session. */
    interface Answers {

        /** What is said before anything was heard. */
        void begin(SandboxSession session) throws ProviderException;

        void hear(Map<String, @Nullable Object> message, SandboxSession session) throws ProviderException;
    }

    @Override
    public void send(Frame frame) throws ProviderException {
        out.requireOpen();
        time.check();
        var message = JsonObject.read(frame.json());
        if (message.isEmpty()) {
            say(Map.of("message", "That is no JSON object.", "error", "input_error", "code", SessionEnd.POLICY));
            end(SessionEnd.POLICY, "That is no JSON object.");
        } else {
            answers.hear(message.get(), this);
        }
    }

    @Override
    public @Nullable Frame next() throws ProviderException {
        return out.take();
    }

    @Override
    public SessionEnd end() {
        return out.ended();
    }

    @Override
    public void close() {
        out.close();
        whenClosed.accept(this);
    }

    void say(Map<String, ? extends @Nullable Object> message) throws ProviderException {
        out.put(Frame.free(Json.of(message)));
    }

    void say(Map<String, ? extends @Nullable Object> message, Load carries) throws ProviderException {
        out.put(new Frame(Json.of(message), carries));
    }

    void end(int code, String reason) {
        out.end(code, reason);
    }

    /** Does what the words ask for, where they ask for trouble. True where nothing more is to be done. */
    boolean pull(Trigger trigger) {
        switch (trigger) {
            case NONE -> {
                return false;
            }
            case REJECT -> end(SessionEnd.POLICY, "The sandbox was asked to reject this.");
            case THROTTLE -> end(SessionEnd.POLICY, "The sandbox was asked to throttle this.");
            case UNAVAILABLE -> end(SessionEnd.BROKEN, "The sandbox was asked to be unavailable.");
            case BREAK -> out.fail(BREAKS);
        }
        return true;
    }
}
