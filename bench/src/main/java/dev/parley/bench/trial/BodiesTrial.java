package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What memory large files take that pass. */
final class BodiesTrial implements Trial {

    private static final double GROWTH_MAX = 32;
    private static final long MB = 1_000_000;
    private static final double MIB = 1024 * 1024;
    private static final long SMALL = MB;

    /** So that all of the room for what is soon gone has been used once. */
    private static final int WARMING = 80;

    private static final long SETTLE_SECONDS = 2;

    /** What is measured. */
    private interface Transfer {
        void make() throws IOException, InterruptedException, CannotRunException;
    }

    /** One file that has passed, its sizes in MiB. */
    private record Passed(
            String what, long bytes, double seconds, double before, double most, double live, double liveAfter) {

        double growth() {
            return most - before;
        }

        List<String> row() {
            return List.of(
                    what,
                    Bar.text((double) bytes / MB) + " MB",
                    Bar.text(seconds) + " s",
                    Bar.text(before) + " MiB",
                    Bar.text(most) + " MiB",
                    Bar.text(growth()) + " MiB",
                    Bar.text(live) + " MiB, " + Bar.text(liveAfter) + " MiB");
        }

        Bar bar() {
            return Bar.atMost(
                    "parley",
                    what + " of " + Bar.text((double) bytes / MB) + " MB: memory added",
                    growth(),
                    GROWTH_MAX,
                    "MiB");
        }
    }

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public Section run(Ground ground, boolean quick) throws IOException, InterruptedException, CannotRunException {
        long upload = quick ? 5 * MB : 50 * MB;
        long film = quick ? 20 * MB : 1000 * MB;
        try (var upstream = LargeUpstream.start();
                var gateway = Gateway.start(ground, ground.work().resolve("bodies"), settings(upstream, film));
                var client = HttpClient.newHttpClient()) {
            var caller = new LargeCaller(gateway, client);
            int warming = quick ? 2 : WARMING;
            warm(caller, upstream, warming);
            List<Passed> all = new ArrayList<>();
            long heard = upstream.heardBytes();
            all.add(pass(gateway, "upload", upload, () -> caller.transcribe(upload)));
            whole("upload", upload, upstream.heardBytes() - heard);
            upstream.dub(film);
            List<URI> made = new ArrayList<>();
            all.add(pass(gateway, "fetched from the upstream", film, () -> made.add(caller.dub())));
            all.add(pass(gateway, "download", film, () -> whole("download", film, caller.download(made.getFirst()))));
            return section(all, warming);
        }
    }

    private static Map<String, String> settings(LargeUpstream upstream, long film) {
        return Map.of(
                "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                "sk_bench_0123456789",
                "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                "http://127.0.0.1:" + upstream.port(),
                "PARLEY_LIMITS_AUDIO_BYTES",
                Long.toString(film));
    }

    private static void warm(LargeCaller caller, LargeUpstream upstream, int times)
            throws IOException, InterruptedException, CannotRunException {
        upstream.dub(SMALL);
        for (int i = 0; i < times; i++) {
            caller.transcribe(SMALL);
            caller.download(caller.dub());
        }
    }

    private static Passed pass(Gateway gateway, String what, long bytes, Transfer transfer)
            throws IOException, InterruptedException, CannotRunException {
        double live = LiveHeap.bytes(gateway) / MIB;
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        double before = gateway.usage().residentBytes() / MIB;
        var watch = MemoryWatch.start(gateway);
        long begun = System.nanoTime();
        transfer.make();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double most = watch.stop() / MIB;
        return new Passed(what, bytes, seconds, before, most, live, LiveHeap.bytes(gateway) / MIB);
    }

    /** What did not pass takes no memory. */
    private static void whole(String what, long wanted, long passed) throws CannotRunException {
        if (passed < wanted) {
            throw new CannotRunException(what + ": only " + passed + " of " + wanted + " bytes came");
        }
    }

    private static Section section(List<Passed> all, int warming) {
        return new Section(
                "Large bodies",
                "A recording that is sent to be written down and goes on to the upstream; a film that the upstream has"
                        + " dubbed, as it is fetched and stored; and the same film, as its link hands it out. Before"
                        + " them the same is done with " + warming + " files of 1 MB. Memory is what is resident,"
                        + " looked at every 10 ms; what the heap holds is told by a full collection before and after.",
                List.of("what", "size", "time", "RSS before", "at most", "added", "live heap before, after"),
                all.stream().map(Passed::row).toList(),
                all.stream().map(Passed::bar).toList());
    }
}
