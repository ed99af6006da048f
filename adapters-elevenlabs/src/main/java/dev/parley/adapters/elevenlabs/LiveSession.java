package dev.parley.adapters.elevenlabs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.session.FrameMeter;
import dev.parley.adapters.elevenlabs.session.Trouble;
import dev.parley.adapters.elevenlabs.session.UpstreamSocket;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.session.SessionRequest;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection under way. It keeps its place at the upstream until it is over, whoever ends it. */
final class LiveSession implements Session {

    private static final String ERASED = "…";

    private final UpstreamSocket socket;
    private final FrameMeter meter;
    private final KeyRing.Place place;
    private final Consumer<LiveSession> whenOver;
    private volatile @Nullable Future<?> deadline;
    private boolean wentWell = true;

    /** @param whenOver may be told more than once */
    LiveSession(SessionRequest request, UpstreamSocket socket, KeyRing.Place place, Consumer<LiveSession> whenOver) {
        this.socket = socket;
        this.meter = FrameMeter.of(request);
        this.place = place;
        this.whenOver = whenOver;
    }

    /** Gives up by itself after this time. */
    void endAfter(Duration time, Watchdog watchdog) {
        deadline = watchdog.after(time, () -> leave("the deadline has passed"));
    }

    @Override
    public void send(Frame frame) throws ProviderException {
        try {
            socket.send(frame.json());
        } catch (IOException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public @Nullable Frame next() throws ProviderException {
        try {
            String json = socket.next();
            return json == null ? over() : frame(json);
        } catch (IOException e) {
            close();
            throw broken(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public SessionEnd end() {
        return socket.end();
    }

    @Override
    public void close() {
        leave("the connection was closed");
    }

    /** The same, with a reason for whoever waits in it. */
    void leave(String reason) {
        socket.breakOff(reason);
        giveBack();
    }

    private Frame frame(String json) throws IOException {
        JsonNode message = Json.read(json.getBytes(UTF_8));
        boolean error = message.has("error");
        if (error) {
            tell(Trouble.in(message));
        }
        String key = place.key().secret();
        return new Frame(error ? json.replace(key, ERASED) : json, meter.of(message));
    }

    private void tell(Trouble trouble) {
        wentWell = false;
        switch (trouble) {
            case QUOTA -> place.setKeyAside("quota exceeded", Renderer.KEY_REST);
            case KEY -> place.setKeyAside("key refused", Renderer.KEY_REST);
            case CROWD -> place.crowded(Duration.ZERO);
            case NONE -> {
                // It concerns this session alone.
            }
        }
    }

    private @Nullable Frame over() {
        if (wentWell) {
            wentWell = false; // Said once.
            place.wentWell();
        }
        giveBack();
        return null;
    }

    private void giveBack() {
        place.release();
        whenOver.accept(this);
        Future<?> alarm = deadline;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** Reasons are our own words. */
    private static ProviderException broken(IOException e) {
        return new ProviderException(new Failure.Unavailable(String.valueOf(e.getMessage())), e);
    }

    private static ProviderException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ProviderException(new Failure.Unavailable("interrupted"), e);
    }
}
