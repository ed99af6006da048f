package dev.parley.bench.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Times;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The lists of one account that its owner and the operator look at: the first page of each, and one from its middle. */
final class Lists implements AutoCloseable {

    /** Of the gateway's admin. */
    static final String PASSWORD = "bench-0123456789";

    private static final int OK = 200;
    private static final int DIGITS = 3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, HttpRequest> pages = new LinkedHashMap<>();

    Lists(Gateway gateway, Books books) throws IOException, InterruptedException, CannotRunException {
        String account = books.text("SELECT account FROM task ORDER BY created_ms DESC LIMIT 1");
        String tasks = "/v1/tasks";
        pages.put("tasks", gateway.ask(tasks).build());
        String task = books.halfway("task", "created_ms, id", account);
        pages.put("tasks, halfway", gateway.ask(tasks + "?cursor=" + task).build());

        String admin = "Bearer " + token(gateway);
        String entries = "/admin/v1/accounts/" + account + "/entries";
        pages.put("entries", asked(gateway, entries, admin));
        String entry = books.halfway("ledger_entry", "position", account);
        pages.put("entries, halfway", asked(gateway, entries + "?cursor=" + entry, admin));
    }

    /** Each so often, one call after the other: p50 in milliseconds. */
    Map<String, Double> medians(int calls) throws IOException, InterruptedException, CannotRunException {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (var page : pages.entrySet()) {
            var times = new Histogram(DIGITS);
            for (int i = 0; i < calls; i++) {
                long begun = System.nanoTime();
                answer(page.getValue());
                times.recordValue(System.nanoTime() - begun);
            }
            medians.put(page.getKey(), Times.of(times).p50());
        }
        return medians;
    }

    @Override
    public void close() {
        client.close();
    }

    private String token(Gateway gateway) throws IOException, InterruptedException, CannotRunException {
        String body = "{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
        // Without the account's key: who has none may sign in.
        String answer =
                answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/admin/v1/login"))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        return new ObjectMapper().readTree(answer).path("access_token").asText();
    }

    private static HttpRequest asked(Gateway gateway, String path, String authorization) {
        return gateway.ask(path).setHeader("authorization", authorization).build();
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException, CannotRunException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new CannotRunException(
                    request.uri().getPath() + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
