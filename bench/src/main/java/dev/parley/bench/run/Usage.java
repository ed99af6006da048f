package dev.parley.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process and its children have used, by Linux's own books.
 *
 * @param cpuSeconds since they began
 * @param residentBytes now
 */
record Usage(double cpuSeconds, long residentBytes) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static Usage of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Usage::alone)
                .reduce(new Usage(0, 0), Usage::plus);
    }

    private Usage plus(Usage other) {
        return new Usage(cpuSeconds + other.cpuSeconds, residentBytes + other.residentBytes);
    }

    private static Usage alone(ProcessHandle process) {
        var books = Path.of("/proc", Long.toString(process.pid()));
        try {
            String stat = Files.readString(books.resolve("stat"));
            // The name before it may have spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
            long kib = Files.readAllLines(books.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return new Usage(ticks / TICKS_PER_SECOND, kib * 1024);
        } catch (IOException gone) {
            return new Usage(0, 0);
        }
    }
}
