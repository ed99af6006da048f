package dev.parley.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.server.gate.Gate.Findings;
import dev.parley.server.gate.Gate.Plan;
import dev.parley.server.gate.Gate.Trouble;
import dev.parley.server.gate.Upstream.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server process under load is killed at random moments and started again; its books are checked after every kill. Small
 * by default; CONTRIBUTING.md has the command for all of it.
 */
@DisabledOnOs(OS.WINDOWS)
@Execution(ExecutionMode.CONCURRENT)
class ReleaseGateIT {

    private static final boolean FULL = Boolean.getBoolean("gate.full");
    private static final Faults FAULTS = new Faults(10, 5, 2);
    private static final Faults FIVE_PERCENT = new Faults(2, 1, 2);
    private static final int KILLS = Integer.getInteger("gate.kills", FULL ? 40 : 6);
    private static final int ORDERS = Integer.getInteger("gate.tasks", FULL ? 3_000 : 120);
    private static final int PAUSE_MS = Integer.getInteger("gate.pause", FULL ? 3_000 : 900);
    private static final int FREEZES = Integer.getInteger("gate.freezes", 6);
    private static final int STEADY_MS = 1_000 * Integer.getInteger("gate.seconds", 300);
    private static final long SEED = Long.getLong("gate.seed", System.nanoTime() % 1_000_000);

    @TempDir
    private Path directory = Path.of("");

    enum Kind {
        SQLITE,
        POSTGRES
    }

    /** Both databases, and both policies; unless told otherwise, one policy for each database. */
    static Stream<List<Object>> runs() {
        var all = List.<List<Object>>of(
                List.of(Kind.SQLITE, OnUnknown.REDISPATCH_ONCE),
                List.of(Kind.POSTGRES, OnUnknown.REFUND),
                List.of(Kind.SQLITE, OnUnknown.REFUND),
                List.of(Kind.POSTGRES, OnUnknown.REDISPATCH_ONCE));
        return all.stream().limit(FULL ? 4 : 2);
    }

    @BeforeAll
    static void makeStartsQuick(@TempDir Path directory) {
        ServerProcess.warmUp(directory);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theBooksAddUpAfterEveryKill(List<Object> run) throws Exception {
        var kind = (Kind) run.get(0);
        var policy = (OnUnknown) run.get(1);

        passes(new Plan(
                kind + " " + policy,
                database(kind),
                policy,
                FAULTS,
                Variant.PARLEY,
                Trouble.KILLS,
                KILLS,
                ORDERS,
                PAUSE_MS,
                SEED));
    }

    @EnabledIfSystemProperty(named = "gate.full", matches = "true")
    @ParameterizedTest
    @EnumSource(Kind.class)
    void theBooksAddUpAfterFiveMinutesWithFaults(Kind kind) throws Exception {
        int orders = STEADY_MS / 100;
        passes(new Plan(
                kind + " steady",
                database(kind),
                OnUnknown.REDISPATCH_ONCE,
                FIVE_PERCENT,
                Variant.PARLEY,
                Trouble.NONE,
                1,
                orders,
                STEADY_MS,
                SEED));
    }

    /** Only PostgreSQL lets two processes share one store. */
    @EnabledIfSystemProperty(named = "gate.full", matches = "true")
    @Test
    void aServerThatWakesAfterItsLeasesAreGoneCommitsNothing() throws Exception {
        passes(new Plan(
                "POSTGRES frozen",
                database(Kind.POSTGRES),
                OnUnknown.REFUND,
                FAULTS,
                Variant.PARLEY,
                Trouble.FREEZES,
                FREEZES,
                FREEZES * 200,
                PAUSE_MS,
                SEED));
    }

    @EnabledIfSystemProperty(named = "gate.full", matches = "true")
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aStopThatCannotWaitHandsBack(Kind kind) throws Exception {
        passes(new Plan(
                kind + " stalled",
                database(kind),
                OnUnknown.REFUND,
                FIVE_PERCENT,
                Variant.PARLEY,
                Trouble.STALLS,
                2,
                200,
                PAUSE_MS,
                SEED));
    }

    /** The test of the test: the same load and the same kills find out a server that begins blindly anew. */
    @Test
    void aServerThatForgetsItsAttemptsIsFoundOut() throws Exception {
        var findings = Gate.run(
                new Plan(
                        "blind",
                        database(Kind.SQLITE),
                        OnUnknown.REFUND,
                        new Faults(0, 0, 0),
                        Variant.BLIND,
                        Trouble.KILLS,
                        2,
                        100,
                        900,
                        SEED),
                data());

        tell(findings);
        assertThat(findings.books()).as("its ledger is still guarded").isEmpty();
        assertThat(findings.payments()).anyMatch(payment -> payment.startsWith("duplicate generations"));
    }

    private GateDatabase database(Kind kind) throws IOException {
        return switch (kind) {
            case SQLITE -> new GateDatabase.Sqlite(data());
            case POSTGRES -> GateDatabase.Postgres.create();
        };
    }

    private Path data() throws IOException {
        return Files.createDirectories(directory.resolve("data"));
    }

    private void passes(Plan plan) throws Exception {
        var findings = Gate.run(plan, data());

        tell(findings);
        assertThat(head(findings.books())).as(log()).isEmpty();
        assertThat(head(findings.payments())).as(log()).isEmpty();
    }

    private static List<String> head(List<String> findings) {
        return findings.subList(0, Math.min(findings.size(), 20));
    }

    private static void tell(Findings findings) {
        System.out.println(findings.summary());
    }

    private String log() throws IOException {
        var lines = Files.readAllLines(directory.resolve("server.log"));
        return "the server's log ends with:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 200), lines.size()));
    }
}
