package dev.parley.bench.stub;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** The stub, in a process of its own. */
public final class Upstream implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Upstream(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Upstream start() throws IOException, InterruptedException, CannotRunException {
        int port = Processes.freePort();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stub.class.getName(),
                        Integer.toString(port))
                .inheritIO()
                .start();
        Processes.awaitListening(process, port);
        return new Upstream(process, port);
    }

    public int port() {
        return port;
    }

    public void behave(Behaviour behaviour) throws IOException, InterruptedException {
        call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/stub?" + behaviour.query()))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** How many requests it has seen. */
    public long asked() throws IOException, InterruptedException {
        String answer = call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/stub"))
                .build());
        return Long.parseLong(answer.replaceAll("\\D", ""));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }

    private String call(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
