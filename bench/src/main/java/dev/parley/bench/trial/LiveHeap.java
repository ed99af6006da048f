package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a JVM's heap holds when all that nobody needs is gone from it. */
final class LiveHeap {

    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured).* used (\\d+)K");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private LiveHeap() {}

    /** Of the serial collector, which is what the gateway runs with. */
    static long bytes(Gateway gateway) throws IOException, InterruptedException, CannotRunException {
        ask(gateway, "GC.run");
        String told = ask(gateway, "GC.heap_info");
        var used = USED.matcher(told)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)) * 1024)
                .summaryStatistics();
        if (used.getCount() == 0) {
            throw new CannotRunException("the gateway does not tell its heap: " + told);
        }
        return used.getSum();
    }

    private static String ask(Gateway gateway, String command)
            throws IOException, InterruptedException, CannotRunException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Path log = gateway.dir().resolve("jcmd.log");
        new Shell(gateway.dir(), Map.of()).run(List.of(jcmd, Long.toString(gateway.pid()), command), log, PATIENCE);
        return Files.readString(log);
    }
}
