package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upgrades to WebSockets, byte by byte: what no client's library would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class UpgradesTest {

    private static final String KEY = RunningGateway.TEST_KEY;
    private static final String WHOLE = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    private static final String HALF = "Upgrade: websocket\r\n";
    private static final String REALTIME = "GET /v1/speech-to-text/realtime?model_id=scribe_v2_realtime";

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_KEY", KEY));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void nothingIsCompressed() throws IOException {
        try (var socket = open()) {
            ask(
                    socket,
                    REALTIME,
                    WHOLE + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\nxi-api-key: " + KEY
                            + "\r\n");

            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 101").doesNotContain("deflate");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/credits?token=",
                "GET /v1/tasks?token=",
                "GET /v1/voices?token=",
                "POST /v1/music?token=",
                "DELETE /v1/voices/abc?token=",
                "POST /v1/single-use-token/realtime_scribe?token=",
                "POST /v1/text-to-speech/21m00Tcm4TlvDq8ikWAM?token=",
                "GET /v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/stream-input?token=",
            })
    void aTokenOpensNothingButItsSession(String request) throws IOException {
        for (String type : new String[] {"realtime_scribe", "tts_websocket"}) {
            boolean own = type.startsWith("tts") && request.contains("stream-input");
            for (String upgrade : own ? new String[] {HALF} : new String[] {HALF, WHOLE}) {
                try (var socket = open()) {
                    ask(socket, request + token(type), upgrade);
                    assertThat(head(socket.getInputStream())).as(type + upgrade).doesNotContain(" 200 ", " 101 ");
                }
            }
        }
    }

    @Test
    void whoSaysGoodbyeIsHungUpOn() throws IOException {
        try (var socket = open()) {
            ask(socket, REALTIME, WHOLE + "xi-api-key: " + KEY + "\r\n");
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 101");
            assertThat(socket.getInputStream().read())
                    .as("the session has begun")
                    .isEqualTo(0x81);

            socket.setSoTimeout(1000);
            socket.getOutputStream().write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xE8});

            assertThat(socket.getInputStream().readAllBytes()).endsWith(0x88, 0x02, 0x03, 0xE8);
        }
    }

    private Socket open() throws IOException {
        var url = running.gateway.httpUrl();
        return new Socket(url.getHost(), url.getPort());
    }

    private static void ask(Socket socket, String request, String headers) throws IOException {
        socket.setSoTimeout(10_000);
        String text = request + " HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + headers + "\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** All up to the empty line. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            assertThat(next).as("the answer breaks off").isNotNegative();
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private String token(String type) {
        return RunningGateway.json(running.post("/v1/single-use-token/" + type, new byte[0], "xi-api-key", KEY))
                .path("token")
                .asText();
    }
}
