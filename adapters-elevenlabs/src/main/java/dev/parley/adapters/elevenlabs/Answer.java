package dev.parley.adapters.elevenlabs;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the upstream answered: its head is known, its body is still to come. */
record Answer(int status, HttpHeaders headers, InputStream body) {

    static Answer of(HttpResponse<InputStream> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Lower case, without parameters; empty where none was told. */
    String mediaType() {
        String type = header("content-type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** By which the upstream's support finds the request. */
    @Nullable
    String requestId() {
        String id = header("request-id");
        return id == null ? header("x-trace-id") : id;
    }

    /** In the upstream's own unit; null where it told none, or nonsense. */
    @Nullable
    BigDecimal cost() {
        String cost = header("character-cost");
        String told = cost == null ? header("x-character-count") : cost;
        return told != null && told.matches("\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(told) : null;
    }

    /** How many requests the upstream lets this key have at once. */
    OptionalInt concurrencyMax() {
        String told = header("maximum-concurrent-requests");
        return told != null && told.matches("[1-9]\\d{0,4}")
                ? OptionalInt.of(Integer.parseInt(told))
                : OptionalInt.empty();
    }

    @Nullable
    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** Ends the connection, if the answer has not been read to its end. */
    void close() {
        try {
            body.close();
        } catch (IOException e) {
            System.getLogger(Answer.class.getName()).log(System.Logger.Level.DEBUG, "an answer could not be closed", e);
        }
    }
}
