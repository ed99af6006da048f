package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever restarts a gateway whose ledger does not add up must not have new work by it. */
class DamagedBooksTest {

    private static final String KEY = "a-key-of-my-own-choice";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ORDER = """
        {"model": "elevenlabs-text-to-dialogue-v3", "input": {"dialogue": [{"text": "Hello.", "voice": "Rachel"}]}}\
        """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aStartLooksAtTheLedger() throws Exception {
        try (var gateway = start()) {
            assertThat(order(gateway.httpUrl()).statusCode()).isEqualTo(200);
        }
        takeAPenny();

        try (var gateway = start()) {
            var until = Instant.now().plus(PATIENCE);
            var answer = order(gateway.httpUrl());
            while (answer.statusCode() == 200 && Instant.now().isBefore(until)) {
                answer = order(gateway.httpUrl());
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private Gateway start() throws IOException {
        return Gateway.start(ServerConfig.load(
                Map.of(
                        "PARLEY_DATA_DIR",
                        directory.toString(),
                        "PARLEY_HTTP_PORT",
                        "0",
                        "PARLEY_GRPC_PORT",
                        "0",
                        "PARLEY_BOOTSTRAP_KEY",
                        KEY),
                directory));
    }

    private void takeAPenny() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("parley.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE balance SET available_micros = available_micros - 1"))
                    .isEqualTo(1);
        }
    }

    private static HttpResponse<String> order(URI url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(url.resolve("/v1/audio/generations"))
                            .header("Authorization", "Bearer " + KEY)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
