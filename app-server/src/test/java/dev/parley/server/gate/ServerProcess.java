package dev.parley.server.gate;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One life of a gateway in a process of its own. */
final class ServerProcess {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ARCHIVE = TARGET.resolve("gate.jsa");
    private static final Pattern READY = Pattern.compile("parley ready http=(\\S+) grpc=(\\S+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final CompletableFuture<Address> ready = new CompletableFuture<>();

    /** Where it listens. */
    record Address(URI http, String grpc) {}

    private ServerProcess(Process process, Path log) {
        this.process = process;
        Thread.ofVirtual().name("server-log").start(() -> follow(log));
    }

    /**
     * How it is to be started.
     *
     * @param settings environment variables
     * @param options of its virtual machine
     * @param classPath what is on its class path besides the program
     * @param log to which its output is added
     */
    record Setup(Map<String, String> settings, List<String> options, List<Path> classPath, Path log) {}

    /** Begins to start the packaged program. */
    static ServerProcess start(Setup setup) {
        var command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+AutoCreateSharedArchive",
                                "-XX:SharedArchiveFile=" + ARCHIVE,
                                "-Xlog:disable",
                                "-Xlog:all=error:stderr",
                                "--sun-misc-unsafe-memory-access=allow"),
                        setup.options().stream(),
                        Stream.of("-cp", classPath(setup.classPath()), "dev.parley.server.Main", "serve"))
                .flatMap(part -> part)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(setup.settings());
        try {
            return new ServerProcess(builder.start(), setup.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves behind an archive of loaded classes, which makes all later starts quick. */
    static void warmUp(Path directory) {
        var settings = Map.of(
                "PARLEY_DATA_DIR", directory.resolve("data").toString(),
                "PARLEY_HTTP_PORT", "0",
                "PARLEY_GRPC_PORT", "0");
        var server = start(new Setup(settings, List.of(), List.of(), directory.resolve("server.log")));
        server.awaitReady();
        server.stop();
    }

    Address awaitReady() {
        try {
            return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the server did not start", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As an operator stops it. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** @param name as kill knows it, without SIG */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not stop");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void follow(Path log) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer copy = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            copy.write("--- process " + process.pid() + "\n");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                copy.flush();
                Matcher found = READY.matcher(line);
                if (found.find()) {
                    ready.complete(new Address(URI.create(found.group(1)), found.group(2)));
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IOException("it ended"));
    }

    private static String classPath(List<Path> more) {
        return Stream.concat(Stream.of(TARGET.resolve("parley.jar")), more.stream())
                .map(Path::toString)
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
