package dev.parley.application.upload;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** How many files come in at once, and whether there is disk left for one more. */
final class UploadRoom {

    private static final System.Logger LOG = System.getLogger(UploadRoom.class.getName());
    private static final Duration CROWD_PASSES = Duration.ofSeconds(2);
    private static final Duration DISK_IS_CLEARED = Duration.ofMinutes(1);

    private final Disk disk;
    private final Semaphore places;
    private final long freeBytesMin;

    UploadRoom(Disk disk, int places, long freeBytesMin) {
        this.disk = disk;
        this.places = new Semaphore(places);
        this.freeBytesMin = freeBytesMin;
    }

    /** Where files come in to. */
    @FunctionalInterface
    interface Disk {
        long freeBytes() throws IOException;
    }

    /** Room for one file, given back by closing. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws Refused where there is none */
    Place enter() throws IOException {
        checkDisk();
        if (!places.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable(
                    "Too many files are on their way in. Please try again in a moment.", CROWD_PASSES));
        }
        return places::release;
    }

    /** @throws Refused where too little of it is free */
    void checkDisk() throws IOException {
        if (disk.freeBytes() < freeBytesMin) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "no files are taken in: less than {0} bytes of disk are free",
                    freeBytesMin);
            throw new Refused(new Refusal.Unavailable(
                    "There is no room for files at the moment. Please try again later.", DISK_IS_CLEARED));
        }
    }
}
