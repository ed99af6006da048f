package dev.parley.adapters.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on loopback, reads one request of each connection, and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final ServerSocket server;
    private final Manner manner;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore departures = new Semaphore(0);

    /** How it answers. */
    @FunctionalInterface
    interface Manner {
        void answer(Socket caller, OutputStream out) throws IOException, InterruptedException;
    }

    /** @param headers by name in lower case */
    record Request(String line, Map<String, String> headers, String body) {}

    private Receiver(ServerSocket server, Manner manner) {
        this.server = server;
        this.manner = manner;
        Thread.ofVirtual().start(this::listen);
    }

    static Receiver start(Manner manner) throws IOException {
        return start(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), manner);
    }

    static Receiver start(ServerSocket server, Manner manner) {
        return new Receiver(server, manner);
    }

    /** Says this, and closes. */
    static Receiver saying(String answer) throws IOException {
        return start((_, out) -> out.write(answer.getBytes(UTF_8)));
    }

    /** Reads the request and says nothing until the caller goes. */
    static Receiver silent() throws IOException {
        return start((caller, _) -> awaitEnd(caller));
    }

    int port() {
        return server.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/hook");
    }

    List<Request> requests() {
        return requests;
    }

    Request request() {
        return requests.getFirst();
    }

    /** The most callers that were there at the same time. */
    int most() {
        return most.get();
    }

    void awaitCallers(int count) throws InterruptedException {
        arrivals.acquire(count);
    }

    void awaitDepartures(int count) throws InterruptedException {
        departures.acquire(count);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }

    static void awaitEnd(Socket caller) throws IOException {
        caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void listen() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            arrivals.release(0);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            most.accumulateAndGet(present.incrementAndGet(), Math::max);
            requests.add(read(new BufferedInputStream(socket.getInputStream())));
            arrivals.release();
            manner.answer(socket, socket.getOutputStream());
            socket.getOutputStream().flush();
            socket.shutdownOutput();
        } catch (IOException | InterruptedException gone) {
            present.get();
        } finally {
            present.decrementAndGet();
            departures.release();
        }
    }

    private static Request read(InputStream in) throws IOException {
        var line = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(line, headers, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("ended");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }
}
