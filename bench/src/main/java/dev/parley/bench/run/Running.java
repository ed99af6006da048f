package dev.parley.bench.run;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Cluster;
import dev.parley.bench.machine.Processes;
import dev.parley.bench.machine.Programs;
import dev.parley.bench.machine.Shell;
import dev.parley.bench.machine.Usage;
import dev.parley.bench.run.Config.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A target that has been started, in a directory of its own with its files; or the upstream itself, without a process. */
final class Running implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOG = "output.log";

    private final Target target;
    private final Places places;
    private final @Nullable Process process;
    private Duration startedIn = Duration.ZERO;
    private final @Nullable Cluster cluster;

    private Running(Target target, Places places, @Nullable Process process, @Nullable Cluster cluster) {
        this.target = target;
        this.places = places;
        this.process = process;
        this.cluster = cluster;
    }

    /** @throws CannotRunException with the reason, which is written down */
    static Running start(Target target, Path project, Path work, int stub)
            throws IOException, InterruptedException, CannotRunException {
        if (!target.cannot().isEmpty()) {
            throw new CannotRunException(target.cannot());
        }
        if (target.command().isEmpty()) {
            return new Running(target, new Places(project, work, work, stub, stub, 0), null, null);
        }
        for (var program : target.needs()) {
            if (Programs.find(program).isEmpty()) {
                throw new CannotRunException("there is no " + program + ". It needs: " + target.install());
            }
        }
        var prepared = Prepared.of(target, project);
        var dir = Files.createDirectories(work.resolve(target.name()));
        var cluster = target.postgres() ? Cluster.start() : null;
        int database = cluster == null ? 0 : cluster.port();
        var places = new Places(project, prepared, dir, stub, Processes.freePort(), database);
        copy(project.resolve("bench/targets").resolve(target.name()), places);
        var shell = new Shell(dir, places.in(target.environment()));
        var running = new Running(target, places, shell.start(places.in(target.command()), dir.resolve(LOG)), cluster);
        try {
            running.awaitReady(shell);
        } catch (CannotRunException e) {
            running.close();
            throw e;
        }
        return running;
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

    /** From its launch until it listened; zero for the upstream itself. */
    Duration startedIn() {
        return startedIn;
    }

    /** What it says of its version; empty where nobody knows. */
    String version() throws IOException, InterruptedException, CannotRunException {
        if (target.version().isEmpty()) {
            return "";
        }
        var log = places.dir().resolve("version.log");
        new Shell(places.dir(), places.in(target.environment()))
                .run(places.in(target.version()), log, Duration.ofMinutes(1));
        return Shell.last(log);
    }

    /** With its database's; nothing for the upstream itself. */
    Optional<Usage> usage() {
        return Optional.ofNullable(process)
                .map(Process::toHandle)
                .map(own -> cluster == null
                        ? Stream.of(own)
                        : Stream.of(own, cluster.process().toHandle()))
                .map(Usage::of);
    }

    @Override
    public void close() {
        if (process != null) {
            Processes.end(process);
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    private void awaitReady(Shell shell) throws IOException, InterruptedException, CannotRunException {
        var started = process;
        if (started == null) {
            return;
        }
        try {
            Processes.awaitListening(started, port());
            startedIn = Duration.between(
                    started.info().startInstant().orElseThrow(() -> new CannotRunException("it ended at once")),
                    Instant.now());
        } catch (CannotRunException e) {
            throw new CannotRunException(
                    e.why() + ": " + Shell.last(places.dir().resolve(LOG)));
        }
        if (!target.setup().isEmpty()) {
            shell.run(places.in(target.setup()), places.dir().resolve("setup.log"), PATIENCE);
        }
    }

    private static void copy(Path from, Places places) throws IOException {
        for (var file : Prepared.files(from)) {
            Files.writeString(places.dir().resolve(file.getFileName()), places.in(Files.readString(file)));
        }
    }
}
