package dev.parley.server.e2e;

import com.sun.net.httpserver.HttpServer;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import dev.parley.rest.audio.WaveHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two seconds of a tone as {@code /tone.wav}, on loopback, and nothing else. It writes down who was asked for what. */
final class ServedTone implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private ServedTone(HttpServer server) {
        this.server = server;
    }

    static ServedTone start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var served = new ServedTone(server);
        byte[] wave = wave();
        server.createContext("/", exchange -> {
            served.asked.add(exchange.getRequestURI().toString());
            boolean there = exchange.getRequestURI().getPath().equals("/tone.wav");
            exchange.sendResponseHeaders(there ? 200 : 404, there ? wave.length : -1);
            try (var out = exchange.getResponseBody()) {
                out.write(there ? wave : new byte[0]);
            }
        });
        server.start();
        return served;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] wave() {
        byte[] tone = TestAudio.tone(AudioFormat.PCM_16000, Duration.ofSeconds(2));
        var wave = new ByteArrayOutputStream();
        wave.writeBytes(WaveHeader.of(AudioFormat.PCM_16000, tone.length));
        wave.writeBytes(tone);
        return wave.toByteArray();
    }
}
