package dev.parley.plugins.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class FakeUpstreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] BODY = "0123456789".repeat(100).getBytes(UTF_8);

    private final FakeUpstream upstream = FakeUpstream.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        upstream.close();
    }

    @Test
    void answersAsScripted() throws Exception {
        upstream.on("/speech", answer().header("X-Cost", "3"));
        var response = get("/speech?format=mp3");
        assertThat(response.body()).isEqualTo(BODY);
        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("audio/mpeg"))
                .containsEntry("x-cost", List.of("3"));
    }

    @Test
    void lastAnswerOfAScriptIsRepeated() throws Exception {
        upstream.on("/", UpstreamAnswer.status(503), UpstreamAnswer.status(200));
        assertThat(get("/").statusCode()).isEqualTo(503);
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void laterRuleCounts() throws Exception {
        upstream.on("/", UpstreamAnswer.status(200)).on("/voices", UpstreamAnswer.status(429));
        assertThat(get("/voices").statusCode()).isEqualTo(429);
        assertThat(get("/other").statusCode()).isEqualTo(200);
    }

    @RepeatedTest(50)
    void closedUpstreamRefusesAtOnce() {
        upstream.close();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get("/"));
    }

    @Test
    void unknownPathIsNotFound() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void remembersWhatWasAsked() throws Exception {
        upstream.on("/speech", UpstreamAnswer.status(200));
        var request = HttpRequest.newBuilder(upstream.uri().resolve("/speech?format=mp3"))
                .header("X-Key", "secret")
                .POST(BodyPublishers.ofString("{\"text\":\"n\u00e4\u00efve\"}"))
                .build();
        client.send(request, BodyHandlers.discarding());
        assertThat(upstream.requests()).singleElement().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.path()).isEqualTo("/speech");
            assertThat(seen.target()).endsWith("?format=mp3");
            assertThat(seen.header("x-key")).contains("secret");
            assertThat(seen.body()).isEqualTo("{\"text\":\"n\u00e4\u00efve\"}");
        });
    }

    @Test
    void readsChunkedRequests() throws Exception {
        upstream.on("/speech", UpstreamAnswer.status(200));
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(BODY));
        client.send(
                HttpRequest.newBuilder(upstream.uri().resolve("/speech"))
                        .POST(body)
                        .build(),
                BodyHandlers.discarding());
        assertThat(upstream.requests().getFirst().body()).isEqualTo(new String(BODY, UTF_8));
    }

    @Test
    void chunkedAndSlowAnswersComeWhole() throws Exception {
        upstream.on("/", answer().chunked().slowly(300, Duration.ofMillis(5)));
        assertThat(get("/").body()).isEqualTo(BODY);
    }

    @Test
    void cutOffIsSeenWithAndWithoutLength() {
        upstream.on("/told", answer().cutOffAfter(500))
                .on("/untold", answer().chunked().cutOffAfter(500));
        assertThatIOException().isThrownBy(() -> get("/told"));
        assertThatIOException().isThrownBy(() -> get("/untold"));
    }

    @Test
    void resetIsSeen() {
        upstream.on("/", answer().resetAfter(500));
        assertThatIOException().isThrownBy(() -> get("/"));
    }

    @Test
    void garbageIsNoHttp() {
        upstream.on("/", UpstreamAnswer.garbage());
        assertThatIOException().isThrownBy(() -> get("/"));
    }

    @Test
    void stallSendsSoMuchAndWaitsForTheClientToLeave() throws Exception {
        upstream.on("/", answer().stallAfter(500));
        try (InputStream body = open("/")) {
            assertThat(body.readNBytes(500)).hasSize(500);
            assertThat(upstream.awaitStall(PATIENCE)).isTrue();
            assertThat(upstream.awaitIdle(Duration.ofMillis(1))).isFalse();
        }
        assertThat(upstream.awaitIdle(PATIENCE)).isTrue();
    }

    @Test
    void spoilingEndsWhenHealed() throws Exception {
        upstream.on("/", answer());
        upstream.spoil(request -> request.method().equals("GET"), _ -> UpstreamAnswer.status(500));
        assertThat(get("/").statusCode()).isEqualTo(500);
        upstream.heal();
        assertThat(get("/").body()).isEqualTo(BODY);
    }

    @Test
    void closeEndsAStall() throws Exception {
        upstream.on("/", answer().stallAfter(0));
        try (InputStream body = open("/")) {
            assertThat(upstream.awaitStall(PATIENCE)).isTrue();
            upstream.close();
            assertThatIOException().isThrownBy(body::readAllBytes);
        }
    }

    private static UpstreamAnswer answer() {
        return UpstreamAnswer.of(200, "audio/mpeg", BODY);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofByteArray());
    }

    private InputStream open(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(upstream.uri().resolve(path))
                .timeout(PATIENCE)
                .build();
    }
}
