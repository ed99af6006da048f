package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Median;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How soon it answers, and what it needs to do nothing. */
final class StartTrial implements Trial {

    private static final double SECONDS_MAX = 1.5;
    private static final double MEMORY_MAX = 250;
    private static final int STARTS = 5;
    private static final long IDLE_SECONDS = 5;
    private static final double MIB = 1024 * 1024;

    /**
     * One start.
     *
     * @param seconds from its launch to the first 200
     * @param cpuSeconds used until then
     * @param memory resident when it had been idle, in MiB
     */
    private record Start(double seconds, double cpuSeconds, double memory) {}

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Section run(Ground ground, boolean quick) throws IOException, InterruptedException, CannotRunException {
        int starts = quick ? 1 : STARTS;
        long idleSeconds = quick ? 1 : IDLE_SECONDS;
        List<Start> fresh = new ArrayList<>();
        List<Start> again = new ArrayList<>();
        Path old = ground.work().resolve("old");
        start(ground, old, 0);
        for (int i = 0; i < starts; i++) {
            fresh.add(start(ground, ground.work().resolve("fresh-" + i), idleSeconds));
            again.add(start(ground, old, idleSeconds));
        }
        return new Section(
                "Start",
                "`./parley serve`, " + starts + " starts of each kind in turns, from its launch to the first 200 of"
                        + " `/health`, which is asked for every 5 ms. Memory is what is resident after " + idleSeconds
                        + " s of idleness. Medians.",
                List.of("data directory", "first 200", "each", "CPU until then", "idle RSS"),
                List.of(row("empty", fresh), row("there before", again)),
                List.of(
                        Bar.atMost("parley", "start on an empty data directory", seconds(fresh), SECONDS_MAX, "s"),
                        Bar.atMost("parley", "start on one that was there before", seconds(again), SECONDS_MAX, "s"),
                        Bar.atMost("parley", "idle RSS", Median.of(again, Start::memory), MEMORY_MAX, "MiB")));
    }

    private static Start start(Ground ground, Path dir, long idleSeconds)
            throws IOException, InterruptedException, CannotRunException {
        long begun = System.nanoTime();
        try (var gateway = Gateway.start(ground, dir, Map.of());
                var client = HttpClient.newHttpClient()) {
            var health = gateway.ask("/health").build();
            while (client.send(health, BodyHandlers.discarding()).statusCode() != 200) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpuSeconds = gateway.usage().cpuSeconds();
            TimeUnit.SECONDS.sleep(idleSeconds);
            return new Start(seconds, cpuSeconds, gateway.usage().residentBytes() / MIB);
        }
    }

    private static List<String> row(String directory, List<Start> starts) {
        return List.of(
                directory,
                Bar.text(seconds(starts)) + " s",
                starts.stream().map(start -> Bar.text(start.seconds())).collect(Collectors.joining(", ")),
                Bar.text(Median.of(starts, Start::cpuSeconds)) + " s",
                Bar.text(Median.of(starts, Start::memory)) + " MiB");
    }

    private static double seconds(List<Start> starts) {
        return Median.of(starts, Start::seconds);
    }
}
