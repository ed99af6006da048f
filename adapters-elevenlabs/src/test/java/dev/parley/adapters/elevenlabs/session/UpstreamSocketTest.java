package dev.parley.adapters.elevenlabs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.session.SessionEnd;
import dev.parley.plugins.testkit.FakeUpstream;
import dev.parley.plugins.testkit.SocketScript;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection makes of the frames of the wire. */
@Timeout(10)
class UpstreamSocketTest {

    private final FakeUpstream upstream = FakeUpstream.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        upstream.close();
    }

    @Test
    void pingsAreAnswered() throws Exception {
        var socket = open((_, wire) -> {
            wire.ping();
            wire.send("1");
            wire.receive();
            wire.send("{\"pongs\":" + wire.pongs() + "}");
            wire.awaitLeave();
        });
        assertThat(socket.next()).isEqualTo("1");
        socket.send("{}");
        assertThat(socket.next()).isEqualTo("{\"pongs\":1}");
    }

    @Test
    void fragmentsArePutTogether() throws Exception {
        var socket = open((_, wire) -> {
            wire.send("{\"text\":\"žluťoučký kůň\"}", 3);
            wire.close(1000, "");
        });
        assertThat(socket.next()).isEqualTo("{\"text\":\"žluťoučký kůň\"}");
        assertThat(socket.next()).isNull();
    }

    @Test
    void whatCameBeforeTheEndIsTakenFirst() throws Exception {
        var socket = open((_, wire) -> {
            wire.send("1");
            wire.send("2");
            wire.close(1008, "enough");
        });
        assertThat(socket.next()).isEqualTo("1");
        assertThat(socket.next()).isEqualTo("2");
        assertThat(socket.next()).isNull();
        assertThat(socket.end()).isEqualTo(new SessionEnd(1008, "enough"));
    }

    @Test
    void bytesAreNotWhatWasAskedFor() throws Exception {
        var socket = open((_, wire) -> {
            wire.sendBinary(new byte[] {1, 2, 3});
            wire.awaitLeave();
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(socket::next).withMessageContaining("than text");
    }

    @Test
    void nothingIsSentToWhoHasClosed() throws Exception {
        var socket = open((_, wire) -> wire.close(1000, ""));
        assertThat(socket.next()).isNull();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> socket.send("{}"));
    }

    @Test
    void noEndIsToldBeforeIt() throws Exception {
        var socket = open((_, wire) -> wire.awaitLeave());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(socket::end);
    }

    private UpstreamSocket open(SocketScript script) {
        upstream.onSocket(script);
        var socket = new UpstreamSocket();
        var _ = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws" + upstream.uri().toString().substring(4)), socket)
                .join();
        return socket;
    }
}
