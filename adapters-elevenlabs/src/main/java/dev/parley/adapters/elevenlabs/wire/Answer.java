package dev.parley.adapters.elevenlabs.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the upstream answered: its head is known, its body is still to come. */
public record Answer(int status, HttpHeaders headers, InputStream body) {

    public static Answer of(HttpResponse<InputStream> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The same, whose end is also the end of what was being sent for it. */
    public Answer closing(Payload.Sending sending) {
        return new Answer(status, headers, new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                try (sending) {
                    super.close();
                }
            }
        });
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Lower case, without parameters; empty where none was told. */
    public String mediaType() {
        String type = header("content-type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** By which the upstream's support finds the request. */
    public @Nullable String requestId() {
        String id = header("request-id");
        return id == null ? header("x-trace-id") : id;
    }

    /** In the upstream's own unit; null where it told none, or nonsense. */
    public @Nullable BigDecimal cost() {
        String cost = header("character-cost");
        String told = cost == null ? header("x-character-count") : cost;
        return told != null && told.matches("\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(told) : null;
    }

    /** How many requests the upstream lets this key have at once. */
    public OptionalInt concurrencyMax() {
        String told = header("maximum-concurrent-requests");
        return told != null && told.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(told))
                : OptionalInt.empty();
    }

    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** Ends the connection, if the answer has not been read to its end. */
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            System.getLogger(Answer.class.getName()).log(System.Logger.Level.DEBUG, "an answer could not be closed", e);
        }
    }
}
