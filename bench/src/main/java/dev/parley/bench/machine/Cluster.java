package dev.parley.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server for one target, with nothing in it, as durable as it comes. */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Who may run it: it refuses to be root. */
    private static final String OWNER = "postgres";

    private final Path dir;
    private final Process process;
    private final int port;

    private Cluster(Path dir, Process process, int port) {
        this.dir = dir;
        this.process = process;
        this.port = port;
    }

    public static Cluster start() throws IOException, InterruptedException, CannotRunException {
        var dir = Files.createTempDirectory("parley-bench-postgres-");
        var shell = new Shell(dir, Map.of());
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            shell.run(List.of("chown", OWNER, dir.toString()), dir.resolve("chown.log"), PATIENCE);
        }
        String data = dir.resolve("data").toString();
        shell.run(
                as(root, "initdb", "-D", data, "-U", OWNER, "--auth=trust", "--encoding=UTF8"),
                dir.resolve("initdb.log"),
                PATIENCE);
        int port = Processes.freePort();
        var process = shell.start(
                as(
                        root,
                        "postgres",
                        "-D",
                        data,
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=on",
                        "-c",
                        "synchronous_commit=on"),
                dir.resolve("postgres.log"));
        var cluster = new Cluster(dir, process, port);
        try {
            cluster.awaitReady(shell, dir.resolve("ready.log"));
        } catch (CannotRunException e) {
            String last = Shell.last(dir.resolve("postgres.log"));
            cluster.close();
            throw new CannotRunException(e.why() + ": " + last);
        }
        return cluster;
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        Processes.end(process);
        try {
            Directories.delete(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Shell shell, Path log) throws IOException, InterruptedException, CannotRunException {
        Processes.awaitListening(process, port);
        var asking = List.of("pg_isready", "-h", "127.0.0.1", "-p", Integer.toString(port));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (shell.start(asking, log).waitFor() != 0) {
            if (System.nanoTime() > end) {
                throw new CannotRunException("PostgreSQL takes no connections");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static List<String> as(boolean root, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--init-groups"));
        }
        command.addAll(Programs.located(List.of(program)));
        command.addAll(List.of(arguments));
        return command;
    }
}
