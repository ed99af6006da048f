package dev.parley.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes and their children have used, by Linux's own books.
 *
 * @param cpuSeconds since they began
 * @param privateBytes resident now, of each process alone
 * @param sharedBytes resident now, of a memory that all of them share
 */
public record Usage(double cpuSeconds, long privateBytes, long sharedBytes) {

    /** Of nobody. */
    public static final Usage NONE = new Usage(0, 0, 0);

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    public static Usage of(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(Usage::alone)
                .reduce(NONE, Usage::plus);
    }

    public long residentBytes() {
        return privateBytes + sharedBytes;
    }

    private Usage plus(Usage other) {
        return new Usage(
                cpuSeconds + other.cpuSeconds,
                privateBytes + other.privateBytes,
                Math.max(sharedBytes, other.sharedBytes));
    }

    private static Usage alone(ProcessHandle process) {
        var books = Path.of("/proc", Long.toString(process.pid()));
        try {
            String stat = Files.readString(books.resolve("stat"));
            // The name before it may have spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
            var status = Files.readAllLines(books.resolve("status"));
            return new Usage(
                    ticks / TICKS_PER_SECOND,
                    bytes(status, "RssAnon:") + bytes(status, "RssFile:"),
                    bytes(status, "RssShmem:"));
        } catch (IOException gone) {
            return NONE;
        }
    }

    private static long bytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }
}
