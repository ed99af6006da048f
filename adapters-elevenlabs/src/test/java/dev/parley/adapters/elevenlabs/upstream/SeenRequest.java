package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.plugins.testkit.FakeSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request that reached the upstream, and what became of its connection. */
public final class SeenRequest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final List<FormPart> form;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Instant hungUpAt;

    SeenRequest(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] body,
            List<FormPart> form) {
        this.method = method;
        this.path = path;
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
        this.form = List.copyOf(form);
    }

    public String method() {
        return method;
    }

    /** Without the query. */
    public String path() {
        return path;
    }

    public Map<String, String> query() {
        return query;
    }

    /** By lower-case name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Missing where there is none, or it is no JSON. */
    public JsonNode json() {
        try {
            JsonNode json = MAPPER.readTree(body);
            return json == null ? MAPPER.missingNode() : json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a form, in order; none where it is none. */
    public List<FormPart> form() {
        return form;
    }

    /** What stands in the first field of this name; nothing where there is none. */
    public String field(String name) {
        return form.stream()
                .filter(part -> part.name().equals(name))
                .map(FormPart::text)
                .findFirst()
                .orElse("");
    }

    /** Whether it asks for a rendering. */
    public boolean isRendering() {
        boolean spoken = path.startsWith("/v1/text-to-") && !FakeVoices.is(this);
        return isSession() || (method.equals("POST") && (spoken || FakeWork.is(this) || FakeVoices.makes(this)));
    }

    /** Whether it asks for a connection that goes both ways. */
    public boolean isSession() {
        return FakeSocket.isAskedFor(headers);
    }

    /** What was said over it so far, if it is a session. */
    public List<String> said() {
        return List.copyOf(said);
    }

    void say(String message) {
        said.add(message);
    }

    /** When the client left before the answer was whole; null where it did not, or has not yet. */
    public @Nullable Instant hungUpAt() {
        return hungUpAt;
    }

    /** Waits until the answer has been written, or the client has left; false if neither came in time. */
    public boolean awaitEnd(long millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }

    void hungUp(Instant at) {
        hungUpAt = at;
    }

    void ended() {
        over.countDown();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
