package dev.parley.server.gate;

import dev.parley.adapters.storage.disk.DiskAudioStore;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.ports.store.LedgerAudit;
import dev.parley.server.Tenants;
import dev.parley.server.gate.Books.TaskRow;
import dev.parley.server.gate.Upstream.Faults;
import dev.parley.server.gate.provider.GateProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One run: a server under load that dies again and again, and what was found in its books. */
final class Gate {

    private static final int TENANTS = 3;
    private static final Duration DRAIN_MAX = Duration.ofMinutes(3);
    private static final int STARTS_PER_EARLY_KILL = 6;

    private final Plan plan;
    private final Path directory;
    private final SplittableRandom random;
    private final Doors doors = new Doors();
    private final Upstream upstream;
    private final List<String> books = new ArrayList<>();

    private Gate(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
        this.random = new SplittableRandom(plan.seed());
        this.upstream = new Upstream(plan.seed(), plan.faults());
    }

    /**
     * What is to be done.
     *
     * @param kills how often the server dies
     * @param orders that are placed meanwhile
     * @param pauseMs the longest that it lives between two kills; or all the time where there are none
     */
    record Plan(
            String name,
            GateDatabase database,
            OnUnknown policy,
            Faults faults,
            Variant variant,
            int kills,
            int orders,
            int pauseMs,
            long seed) {}

    /**
     * What was found.
     *
     * @param books that did not add up
     * @param payments beyond the policy
     */
    record Findings(List<String> books, List<String> payments, String summary) {}

    /** @param directory empty; the data directory, and the server's log in it */
    static Findings run(Plan plan, Path directory) throws Exception {
        var gate = new Gate(plan, directory);
        try {
            return gate.run();
        } finally {
            gate.doors.end();
            gate.upstream.close();
        }
    }

    private Findings run() throws Exception {
        var begun = Instant.now();
        var tenants = plan.database().ask(stores -> {
            try {
                return Tenants.open(stores, directory, TENANTS, Credits.ofWhole(100_000));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        var load = new Load(tenants, doors, plan.seed(), plan.orders(), spread());
        var listeners = new Listeners(tenants, doors);
        load.start();
        listeners.start();
        for (int kill = 1; kill <= plan.kills(); kill++) {
            live(kill);
            check("after kill " + kill, acknowledged(load, listeners));
        }
        var last = start();
        doors.open(last.awaitReady());
        if (!load.await(spread().plus(DRAIN_MAX))) {
            books.add("orders were never acknowledged");
        }
        doors.end();
        listeners.join();
        drain();
        last.stop();
        check("at the end", acknowledged(load, listeners));
        books.addAll(load.complaints());
        return findings(begun, listeners);
    }

    /** As long as the kills are expected to take. */
    private Duration spread() {
        return plan.kills() == 0
                ? Duration.ofMillis(plan.pauseMs())
                : Duration.ofMillis(plan.kills() * (plan.pauseMs() * 6L / 10 + 2_000));
    }

    /** From a start to a kill, which may come before the server is up. */
    private void live(int kill) throws InterruptedException {
        var server = start();
        if (kill > 1 && random.nextInt(STARTS_PER_EARLY_KILL) == 0) {
            Thread.sleep(random.nextInt(200, 2_000));
            server.kill();
            return;
        }
        var address = server.awaitReady();
        doors.open(address);
        Thread.sleep(random.nextInt(plan.pauseMs() / 5, plan.pauseMs()));
        server.kill();
        doors.close(address);
    }

    private ServerProcess start() {
        return ServerProcess.start(plan.variant().setup(plan, upstream.url(), directory));
    }

    private static Map<String, String> acknowledged(Load load, Listeners listeners) {
        var all = new HashMap<>(load.acknowledged());
        all.putAll(listeners.started());
        return all;
    }

    private void drain() throws SQLException, InterruptedException {
        var until = Instant.now().plus(DRAIN_MAX);
        while (Books.unfinished(plan.database()) > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
    }

    private void check(String when, Map<String, String> acknowledged) throws SQLException {
        var found = new ArrayList<>(Invariants.broken(Books.read(plan.database()), acknowledged));
        var integrity = plan.database().integrity();
        if (!integrity.equals("ok")) {
            found.add("the database is damaged: " + integrity);
        }
        found.addAll(plan.database()
                .ask(stores -> stores.getBean(LedgerAudit.class).audit().differences()));
        found.forEach(broken -> books.add(when + ": " + broken));
    }

    private Findings findings(Instant begun, Listeners listeners) throws SQLException, IOException {
        var last = Books.read(plan.database());
        books.addAll(Invariants.unended(last));
        books.addAll(audioOf(last));
        last.tasks().stream()
                .filter(task -> listeners.finished().containsKey(task.text())
                        && !task.status().equals("COMPLETED"))
                .forEach(task -> books.add("heard to its end, and not completed: " + task));
        var payments = new Payments(last, upstream.generations(), plan.policy());
        var found = new ArrayList<>(payments.beyondPolicy());
        found.addAll(payments.unpaid(last.tasks()));
        return new Findings(List.copyOf(books), found, summary(begun, last, payments));
    }

    /** Every finished audio is there, and is what the upstream made of the task's text. */
    private List<String> audioOf(Books last) throws IOException {
        List<String> wrong = new ArrayList<>();
        var store = new DiskAudioStore(directory.resolve("audio"), Long.MAX_VALUE, InstantSource.system());
        for (var task : last.tasks()) {
            if (task.audio() != null && task.sha256() != null) {
                var file = store.open(new AudioRef(task.audio(), GateProvider.FORMAT, 0, task.sha256()), 0);
                if (file.isEmpty()) {
                    wrong.add("its audio is gone: " + task);
                    continue;
                }
                try (var audio = file.get()) {
                    var bytes = audio.readAllBytes();
                    if (!sha256(bytes).equals(task.sha256())
                            || !sha256(Upstream.audio(task.text())).equals(task.sha256())) {
                        wrong.add("its audio is another: " + task);
                    }
                }
            }
        }
        return wrong;
    }

    private String summary(Instant begun, Books last, Payments payments) {
        return "%s: %d kills, %d tasks (%d live; %d completed, %d failed, %d cancelled) in %d s; %d generations; unknown %d, redispatched %d, duplicates %d; seed %d"
                .formatted(
                        plan.name(),
                        plan.kills(),
                        last.tasks().size(),
                        last.tasks().stream().filter(TaskRow::live).count(),
                        count(last, "COMPLETED"),
                        count(last, "FAILED"),
                        count(last, "CANCELLED"),
                        Duration.between(begun, Instant.now()).toSeconds(),
                        upstream.generations().size(),
                        payments.unknown(),
                        payments.redispatched(),
                        payments.duplicates(),
                        plan.seed());
    }

    private static long count(Books last, String status) {
        return last.tasks().stream()
                .filter(task -> task.status().equals(status))
                .count();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
