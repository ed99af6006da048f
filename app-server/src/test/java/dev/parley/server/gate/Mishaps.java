package dev.parley.server.gate;

import dev.parley.server.gate.Books.TaskRow;
import dev.parley.server.gate.Gate.Plan;
import dev.parley.server.gate.ServerProcess.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What befalls the server. The books are looked at after each. */
final class Mishaps {

    private static final int STARTS_PER_EARLY_KILL = 6;
    private static final int CUTS_MAX = 5;

    /** Within which a graceful stop ends, and the credits of a stream are back that was cut off. */
    private static final Duration PROMISED = Duration.ofSeconds(25);

    /** Longer than the lease of a task, and than that of a stream. */
    private static final Duration FROZEN = Duration.ofSeconds(26);

    private static final Duration THAWED = Duration.ofSeconds(3);

    private final Plan plan;
    private final Path directory;
    private final Upstream upstream;
    private final Doors doors;
    private final Listeners listeners;
    private final Inspection inspection;
    private final SplittableRandom random;
    private String told = "";

    /** @param directory the data directory */
    Mishaps(Plan plan, Path directory, Upstream upstream, Doors doors, Listeners listeners, Inspection inspection) {
        this.plan = plan;
        this.directory = directory;
        this.upstream = upstream;
        this.doors = doors;
        this.listeners = listeners;
        this.inspection = inspection;
        this.random = new SplittableRandom(plan.seed());
    }

    /** A server that can be reached. */
    record Running(ServerProcess process, Address address, Instant ready) {}

    /** How long all of it is expected to take. */
    static Duration length(Plan plan) {
        var each = switch (plan.trouble()) {
            case NONE -> Duration.ofMillis(plan.pauseMs());
            case KILLS -> Duration.ofMillis(plan.pauseMs() * 6L / 10 + 2_500);
            case FREEZES -> FROZEN.plus(THAWED);
            case STALLS -> PROMISED.plusMillis(plan.pauseMs());
        };
        return each.multipliedBy(plan.times()).plusSeconds(5);
    }

    void befall() throws InterruptedException, SQLException, IOException {
        switch (plan.trouble()) {
            case NONE -> tell("no trouble");
            case KILLS -> kills();
            case FREEZES -> freezes();
            case STALLS -> stalls();
        }
    }

    Running begin() {
        return begin(directory);
    }

    /** Figures, for whoever reads along. */
    String told() {
        return told;
    }

    private void kills() throws InterruptedException, SQLException {
        for (int kill = 1; kill <= plan.times(); kill++) {
            live(kill);
            inspection.look("after kill " + kill);
        }
        var server = awaitSettled(cutStreams());
        stop(server);
        nothingIsUnderWay(server.ready());
    }

    /** From a start to a kill, which may come before the server is up. */
    private void live(int kill) throws InterruptedException {
        if (kill > 1 && random.nextInt(STARTS_PER_EARLY_KILL) == 0) {
            var server = start(directory);
            Thread.sleep(random.nextInt(200, 2_000));
            server.kill();
            return;
        }
        var server = begin();
        Thread.sleep(random.nextInt(plan.pauseMs() / 5, plan.pauseMs()));
        if (plan.variant() == Variant.BLIND) {
            // Between payment and answer, where forgetting costs something: chance alone may miss it three times.
            upstream.stall();
            upstream.awaitWaiting(2, PROMISED);
            kill(server);
            upstream.answer();
        } else {
            kill(server);
        }
    }

    /** Kills it between the first and the last piece of a stream. */
    private Set<String> cutStreams() throws InterruptedException, SQLException {
        for (int i = 0; i < CUTS_MAX; i++) {
            var server = begin();
            if (listeners.awaitMidway(PROMISED)) {
                kill(server);
                var cut = streamsUnderWay(inspection.look("after the kill in mid-stream"));
                if (!cut.isEmpty()) {
                    return cut;
                }
            } else {
                kill(server);
            }
        }
        inspection.add("after the kill in mid-stream", "no stream was ever under way");
        return Set.of();
    }

    private Running awaitSettled(Set<String> cut) throws InterruptedException, SQLException {
        var server = begin();
        var ready = server.ready();
        var open = cut;
        while (!open.isEmpty() && Instant.now().isBefore(ready.plus(PROMISED))) {
            Thread.sleep(50);
            open = streamsUnderWay(Books.read(plan.database()));
            open.retainAll(cut);
        }
        tell("streams cut off %d, settled in %.1f s".formatted(cut.size(), seconds(ready)));
        if (!open.isEmpty()) {
            inspection.add("25 s after the start", "the credits of streams that were cut off are still held: " + open);
        }
        return server;
    }

    /** As an operator does, while callers go on calling. */
    private void stop(Running server) throws InterruptedException {
        Thread.sleep(random.nextInt(plan.pauseMs() / 5, plan.pauseMs()));
        var begun = Instant.now();
        server.process().stop();
        doors.close(server.address());
        tell("stopped in %.1f s".formatted(seconds(begun)));
        if (Duration.between(begun, Instant.now()).compareTo(PROMISED) > 0) {
            inspection.add("after the stop", "it took " + seconds(begun) + " s");
        }
    }

    /**
     * What the upstream does takes a second at most, so all of it has had time to end. Not what was begun before by somebody
     * who was killed: on PostgreSQL that may still have its lease.
     */
    private void nothingIsUnderWay(Instant since) throws SQLException {
        inspection.look("after the stop").attempts().stream()
                .filter(attempt -> attempt.outcome() == null && attempt.dispatchedMs() >= since.toEpochMilli())
                .forEach(attempt -> inspection.add("after the stop", "left under way: " + attempt));
    }

    /** Two servers on one database; one of them stands still for so long that the other takes its tasks over. */
    private void freezes() throws InterruptedException, SQLException, IOException {
        var servers = List.of(begin(), begin(twin()));
        for (int freeze = 1; freeze <= plan.times(); freeze++) {
            var frozen = servers.get(random.nextInt(servers.size()));
            frozen.process().signal("STOP");
            doors.close(frozen.address());
            Thread.sleep(FROZEN);
            frozen.process().signal("CONT");
            doors.open(frozen.address());
            Thread.sleep(THAWED);
            inspection.look("after freeze " + freeze);
        }
        for (var server : servers) {
            stop(server);
        }
        nothingIsUnderWay(servers.getFirst().ready());
    }

    /** What does not end in time is handed back: to whoever can ask for it by its id, or to the policy. */
    private void stalls() throws InterruptedException, SQLException {
        for (int stall = 1; stall <= plan.times(); stall++) {
            var server = begin();
            Thread.sleep(plan.pauseMs());
            upstream.stall();
            stop(server);
            inspection.look("after stall " + stall);
            upstream.answer();
        }
    }

    /** Its own audio and its own lock; the same secrets. */
    private Path twin() throws IOException {
        var twin = Files.createDirectory(Gate.twin(directory));
        Files.copy(directory.resolve("server.key"), twin.resolve("server.key"));
        return twin;
    }

    private Running begin(Path dataDir) {
        var process = start(dataDir);
        var address = process.awaitReady();
        doors.open(address);
        return new Running(process, address, Instant.now());
    }

    private ServerProcess start(Path dataDir) {
        return ServerProcess.start(plan.variant().setup(plan, upstream.url(), dataDir));
    }

    private void kill(Running server) {
        server.process().kill();
        doors.close(server.address());
    }

    private static Set<String> streamsUnderWay(Books books) {
        return books.tasks().stream()
                .filter(task -> task.live() && !task.isFinal())
                .map(TaskRow::id)
                .collect(Collectors.toSet());
    }

    private void tell(String figures) {
        told = told + "; " + figures;
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    }
}
