package dev.parley.server.gate;

import dev.parley.adapters.storage.disk.DiskAudioStore;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run: a server under load that dies again and again, and what was found in its books. */
final class Gate {

    private static final int TENANTS = 3;
    private static final Duration DRAIN_MAX = Duration.ofMinutes(3);

    private final Plan plan;
    private final Path directory;
    private final Doors doors = new Doors();
    private final Upstream upstream;
    private final Receiver receiver = new Receiver();

    private Gate(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
        this.upstream = new Upstream(plan.seed(), plan.faults());
    }

    /** What a server has to live through. */
    enum Trouble {
        NONE,
        /** It dies. */
        KILLS,
        /** One of two servers stands still for longer than its leases last. */
        FREEZES,
        /** It is stopped while the upstream answers nobody. */
        STALLS
    }

    /**
     * What is to be done.
     *
     * @param times how often the trouble comes
     * @param orders that are placed meanwhile
     * @param pauseMs the longest that it lives untroubled; or all the time where there is no trouble
     */
    record Plan(
            String name,
            GateDatabase database,
            OnUnknown policy,
            Faults faults,
            Variant variant,
            Trouble trouble,
            int times,
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
            gate.receiver.close();
        }
    }

    /** Where the second of two servers has its data. */
    static Path twin(Path directory) {
        return directory.resolveSibling(directory.getFileName() + "-twin");
    }

    private Findings run() throws Exception {
        var begun = Instant.now();
        var tenants = tenants();
        var load = new Load(tenants, doors, plan.seed(), plan.orders(), Mishaps.length(plan), receiver.url());
        var listeners = new Listeners(tenants, doors);
        var inspection = new Inspection(plan.database(), () -> acknowledged(load, listeners));
        var mishaps = new Mishaps(plan, directory, upstream, doors, listeners, inspection);
        load.start();
        listeners.start();
        mishaps.befall();
        var last = mishaps.begin();
        if (!load.await(Mishaps.length(plan).plus(DRAIN_MAX))) {
            inspection.add("at the end", "orders were never acknowledged");
        }
        doors.end();
        listeners.join();
        drain();
        last.process().stop();
        var books = inspection.look("at the end");
        Invariants.unended(books).forEach(broken -> inspection.add("at the end", broken));
        News.untold(books, receiver.heard()).forEach(broken -> inspection.add("at the end", broken));
        audioOf(books).forEach(broken -> inspection.add("at the end", broken));
        unkept(books, listeners).forEach(broken -> inspection.add("at the end", broken));
        load.complaints().forEach(complaint -> inspection.add("under way", complaint));
        return findings(inspection, books, summary(begun, books) + mishaps.told());
    }

    private List<Tenants.Tenant> tenants() {
        return plan.database().ask(stores -> {
            try {
                return Tenants.open(stores, directory, TENANTS, Credits.ofWhole(100_000));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
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

    private Findings findings(Inspection inspection, Books books, String summary) {
        var payments = new Payments(books, upstream.generations(), plan.policy());
        var found = new ArrayList<>(payments.beyondPolicy());
        found.addAll(payments.unpaid(books.tasks()));
        return new Findings(
                inspection.found(),
                found,
                "%s; unknown %d, redispatched %d, duplicates %d"
                        .formatted(summary, payments.unknown(), payments.redispatched(), payments.duplicates()));
    }

    private static List<String> unkept(Books books, Listeners listeners) {
        return books.tasks().stream()
                .filter(task -> listeners.finished().containsKey(task.text())
                        && !task.status().equals("COMPLETED"))
                .map(task -> "heard to its end, and not completed: " + task)
                .toList();
    }

    /** Every finished audio is there, and is what the upstream made of the task's text. */
    private List<String> audioOf(Books books) throws IOException {
        List<String> wrong = new ArrayList<>();
        var stores = List.of(audio(directory), audio(twin(directory)));
        for (var task : books.tasks()) {
            if (task.audio() != null && task.sha256() != null) {
                var stored = sha256(stores, new AudioRef(task.audio(), GateProvider.FORMAT, 0, task.sha256()));
                if (stored.isEmpty()) {
                    wrong.add("its audio is gone: " + task);
                } else if (!stored.get().equals(task.sha256())
                        || !sha256(Upstream.audio(task.text())).equals(task.sha256())) {
                    wrong.add("its audio is another: " + task);
                }
            }
        }
        return wrong;
    }

    private static DiskAudioStore audio(Path directory) throws IOException {
        return new DiskAudioStore(directory.resolve("audio"), Long.MAX_VALUE, InstantSource.system());
    }

    private static Optional<String> sha256(List<DiskAudioStore> stores, AudioRef audio) throws IOException {
        for (var store : stores) {
            var file = store.open(audio, 0);
            if (file.isPresent()) {
                try (var bytes = file.get()) {
                    return Optional.of(sha256(bytes.readAllBytes()));
                }
            }
        }
        return Optional.empty();
    }

    private String summary(Instant begun, Books books) {
        return "%s: %d %s, %d tasks (%d live; %d completed, %d failed, %d cancelled) in %d s, seed %d; %d generations"
                .formatted(
                        plan.name(),
                        plan.times(),
                        plan.trouble().name().toLowerCase(Locale.ROOT),
                        books.tasks().size(),
                        books.tasks().stream().filter(TaskRow::live).count(),
                        count(books, "COMPLETED"),
                        count(books, "FAILED"),
                        count(books, "CANCELLED"),
                        Duration.between(begun, Instant.now()).toSeconds(),
                        plan.seed(),
                        upstream.generations().size());
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
