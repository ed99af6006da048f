package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Processes;
import dev.parley.bench.machine.Shell;
import dev.parley.bench.machine.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code ./parley serve}, as a user starts it, with a key of its own. */
public final class Gateway implements AutoCloseable {

    private static final String KEY = "sk-bench-0123456789abcdef0123456789";
    private static final String LOG = "output.log";

    private final Path dir;
    private final Process process;
    private final int port;

    private Gateway(Path dir, Process process, int port) {
        this.dir = dir;
        this.process = process;
        this.port = port;
    }

    /**
     * It listens when this is left.
     *
     * @param dir its own; its data is in {@code data} there, and may be there before
     * @param settings besides those of the address, the data and the key: names and values of environment variables
     */
    public static Gateway start(Ground ground, Path dir, Map<String, String> settings)
            throws IOException, InterruptedException, CannotRunException {
        Files.createDirectories(dir);
        int port = Processes.freePort();
        Map<String, String> environment = new TreeMap<>(Map.of(
                "PARLEY_DATA_DIR",
                dir.resolve("data").toString(),
                "PARLEY_HTTP_PORT",
                Integer.toString(port),
                "PARLEY_GRPC_PORT",
                "0",
                "PARLEY_BOOTSTRAP_KEY",
                KEY,
                "PARLEY_BOOTSTRAP_CREDITS",
                "1000000000"));
        environment.putAll(settings);
        var command = List.of(ground.project().resolve("parley").toString(), "serve");
        var gateway = new Gateway(dir, new Shell(dir, environment).start(command, dir.resolve(LOG)), port);
        try {
            Processes.awaitListening(gateway.process, port);
        } catch (CannotRunException e) {
            gateway.close();
            throw new CannotRunException(e.why() + ": " + Shell.last(dir.resolve(LOG)));
        }
        return gateway;
    }

    /** With its key; what is asked is still to be said. */
    public HttpRequest.Builder ask(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("authorization", "Bearer " + KEY)
                .header("content-type", "application/json");
    }

    public int port() {
        return port;
    }

    public Path dir() {
        return dir;
    }

    public long pid() {
        return process.pid();
    }

    public Usage usage() {
        return Usage.of(Stream.of(process.toHandle()));
    }

    @Override
    public void close() {
        Processes.end(process);
    }
}
