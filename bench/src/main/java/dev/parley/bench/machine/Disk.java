package dev.parley.bench.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** How long the disk takes to keep something: what no ledger can be faster than. */
public final class Disk {

    private static final int WRITES = 400;
    private static final int BYTES = 8 * 1024;
    private static final int DIGITS = 3;

    private Disk() {}

    /** Of appending two pages and waiting until they are on the disk. */
    public static Times commits(Path directory) throws IOException {
        var times = new Histogram(DIGITS);
        var file = Files.createTempFile(directory, "commits", ".log");
        try (var log = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long begun = System.nanoTime();
                log.write(ByteBuffer.allocate(BYTES));
                log.force(false);
                times.recordValue(System.nanoTime() - begun);
            }
        } finally {
            Files.delete(file);
        }
        return Times.of(times);
    }
}
