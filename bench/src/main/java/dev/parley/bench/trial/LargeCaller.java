package dev.parley.bench.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bench.machine.CannotRunException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

/** Sends and fetches files of any size, and holds none of them. */
final class LargeCaller {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BOUNDARY = "----parley-bench";
    private static final int FILM_SECONDS = 60;
    private static final long PAUSE_MILLIS = 50;

    private final Gateway gateway;
    private final HttpClient client;

    LargeCaller(Gateway gateway, HttpClient client) {
        this.gateway = gateway;
        this.client = client;
    }

    /** Has a WAV of so many bytes written down. */
    void transcribe(long bytes) throws IOException, InterruptedException, CannotRunException {
        byte[] head = Recordings.wave(Math.toIntExact(bytes));
        post("/v1/speech-to-text", "model_id", "scribe_v1", head, bytes - head.length);
    }

    /**
     * Has a short film dubbed.
     *
     * @return the link to what was made of it
     */
    URI dub() throws IOException, InterruptedException, CannotRunException {
        String id = post("/v1/dubbing", "target_lang", "es", Recordings.film(FILM_SECONDS), 0)
                .path("dubbing_id")
                .asText();
        while (true) {
            JsonNode task = get("/v1/tasks/" + id);
            switch (task.path("status").asText()) {
                case "completed" -> {
                    return URI.create(task.path("output").path("urls").path(0).asText());
                }
                case "failed", "cancelled" -> throw new CannotRunException("the dub is not made: " + task);
                default -> TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** @return how many bytes came */
    long download(URI link) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException, CannotRunException {
        return send(gateway.ask(path).build());
    }

    private JsonNode post(String path, String field, String value, byte[] head, long silence)
            throws IOException, InterruptedException, CannotRunException {
        byte[] before = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                        + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n")
                .getBytes(UTF_8);
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8);
        BodyPublisher all = BodyPublishers.concat(
                BodyPublishers.ofByteArray(before),
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofInputStream(() -> new Silence(silence)),
                BodyPublishers.ofByteArray(after));
        long length = before.length + head.length + silence + after.length;
        return send(gateway.ask(path)
                .setHeader("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.fromPublisher(all, length))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException, CannotRunException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new CannotRunException(request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }
}
