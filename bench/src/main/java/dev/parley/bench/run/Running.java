package dev.parley.bench.run;

import dev.parley.bench.run.Config.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A target that has been started, in a directory of its own with its files; or the upstream itself, without a process. */
final class Running implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Target target;
    private final Places places;
    private final @Nullable Process process;

    private Running(Target target, Places places, @Nullable Process process) {
        this.target = target;
        this.places = places;
        this.process = process;
    }

    /**
     * What stands for what in commands, files and headers.
     *
     * @param project the checkout
     * @param dir the target's own
     * @param stub port of the upstream
     * @param port of the target
     */
    record Places(Path project, Path dir, int stub, int port) {

        private static final String KEY = "sk-bench-0123456789abcdef0123456789";

        String in(String text) {
            return text.replace("${project}", project.toString())
                    .replace("${dir}", dir.toString())
                    .replace("${stub}", Integer.toString(stub))
                    .replace("${port}", Integer.toString(port))
                    .replace("${key}", KEY);
        }

        List<String> in(List<String> texts) {
            return texts.stream().map(this::in).toList();
        }

        Map<String, String> in(Map<String, String> texts) {
            Map<String, String> all = new HashMap<>(texts);
            all.replaceAll((_, text) -> in(text));
            return all;
        }
    }

    /** @throws CannotRunException with the reason, which is written down */
    static Running start(Target target, Path project, Path work, int stub)
            throws IOException, InterruptedException, CannotRunException {
        if (target.command().isEmpty()) {
            return new Running(target, new Places(project, work, stub, stub), null);
        }
        if (!target.needs().isEmpty() && !isThere(target.needs())) {
            throw new CannotRunException(target.needs() + " is not installed");
        }
        var places = new Places(project, Files.createDirectories(work.resolve(target.name())), stub, freePort());
        copy(project.resolve("bench/targets").resolve(target.name()), places);
        if (!target.prepare().isEmpty() && run(places, target.prepare()).waitFor() != 0) {
            throw new CannotRunException("'" + String.join(" ", target.prepare()) + "' failed");
        }
        var process = launch(target, places);
        try {
            awaitListening(process, places.port());
        } catch (CannotRunException e) {
            process.destroyForcibly();
            throw e;
        }
        return new Running(target, places, process);
    }

    Target target() {
        return target;
    }

    int port() {
        return places.port();
    }

    Map<String, String> headers() {
        return places.in(target.headers());
    }

    /** Nothing for the upstream itself. */
    Optional<Usage> usage() {
        return Optional.ofNullable(process).map(Process::toHandle).map(Usage::of);
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Until somebody answers there. */
    static void awaitListening(Process process, int port) throws InterruptedException, CannotRunException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new CannotRunException(process.isAlive() ? "nobody listens after " + PATIENCE : "it ended at once");
    }

    private static Process launch(Target target, Places places) throws IOException {
        var builder = new ProcessBuilder(places.in(target.command()))
                .directory(places.dir().toFile());
        builder.environment().putAll(places.in(target.environment()));
        return builder.redirectErrorStream(true)
                .redirectOutput(places.dir().resolve("output.log").toFile())
                .start();
    }

    private static Process run(Places places, List<String> command) throws IOException {
        return new ProcessBuilder(places.in(command))
                .directory(places.dir().toFile())
                .inheritIO()
                .start();
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(Path::of)
                .anyMatch(directory -> Files.isExecutable(directory.resolve(program)));
    }

    private static void copy(Path from, Places places) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(places.dir().resolve(file.getFileName()), places.in(Files.readString(file)));
            }
        }
    }
}
