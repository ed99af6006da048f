package dev.parley.rest.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Audio is read as fast as its caller takes it, and no faster: memory does not grow with the file. */
class LargeDownloadTest {

    private static final long BUFFERS_MAX = 32L << 20;

    @Test
    void whoDoesNotReadStopsTheReading() throws Exception {
        var audio = new LargeAudio(BUFFERS_MAX);
        try (var gateway = Gateway.start(audio);
                var caller = ask(gateway)) {
            assertThat(caller.getInputStream().readNBytes(1 << 20)).hasSize(1 << 20);

            assertThatThrownBy(() -> audio.overrun.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(audio.read.get()).isPositive();
        }
    }

    @Test
    void whoReadsOnGetsAllOfIt() throws Exception {
        try (var gateway = Gateway.start(new LargeAudio(Long.MAX_VALUE));
                var caller = ask(gateway)) {
            var in = caller.getInputStream();
            skipHeaders(in);

            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(LargeAudio.LENGTH);
        }
    }

    @Test
    void whoLeavesEndsTheReading() throws Exception {
        var audio = new LargeAudio(Long.MAX_VALUE);
        try (var gateway = Gateway.start(audio)) {
            try (var caller = ask(gateway)) {
                assertThat(caller.getInputStream().read()).isPositive();
            }

            assertThat(audio.closed.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(audio.read.get()).isLessThan(LargeAudio.LENGTH);
        }
    }

    private static Socket ask(Gateway gateway) throws IOException {
        var client = gateway.client("5");
        String id = client.submit(Client.ORDER);
        gateway.complete(id, new byte[0]);
        var url = URI.create(client.get("/v1/tasks/" + id)
                .json()
                .path("output")
                .path("urls")
                .path(0)
                .asText());
        var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
        String head = String.join(
                "\r\n",
                "GET " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1",
                "Host: x",
                "Connection: close",
                "",
                "");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static void skipHeaders(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int c = in.read();
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
    }
}
