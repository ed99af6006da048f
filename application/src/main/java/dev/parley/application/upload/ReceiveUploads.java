package dev.parley.application.upload;

import dev.parley.application.Limits;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.audio.Recordings;
import dev.parley.ports.audio.UploadStore;
import dev.parley.ports.audio.UploadStore.Arrived;
import dev.parley.ports.store.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what callers bring: streamed to the store within a bound, and looked at before anybody is asked to work on it. */
public final class ReceiveUploads {

    /** Bare samples, of the one rate that may be stated: nothing in them says what they are, and a higher one would be cheaper. */
    public static final String PCM_16000 = "audio/pcm;rate=16000";

    private static final long PCM_RATE_HZ = 16_000;
    private static final int PIECE_BYTES = 16 * 1024;

    /** Many at once may fill a disk that had room when each began. */
    private static final long LOOK_EVERY_BYTES = 4 << 20;

    private static final int SAMPLE_BYTES = 2;

    private final UploadStore store;
    private final Recordings recordings;
    private final Tasks tasks;
    private final UploadRoom room;

    /** @param limits how many come at once, and how much of the disk stays free */
    public ReceiveUploads(UploadStore store, Recordings recordings, Tasks tasks, Limits limits) {
        this.store = store;
        this.recordings = recordings;
        this.tasks = tasks;
        this.room = new UploadRoom(store::freeBytes, limits.uploadsMax(), limits.diskFreeBytesMin());
    }

    /** A place for all that comes with one request. What has come is the task's, if there is one when it is closed; else it is deleted. */
    public Batch begin() {
        return new Batch(UUID.randomUUID());
    }

    /** What comes with one request, under the id that its task will have. For one thread. */
    public final class Batch implements AutoCloseable {
        private final UUID task;
        private int parts;

        Batch(UUID task) {
            this.task = task;
        }

        /**
         * Takes one file in.
         *
         * @param field that a refusal names
         * @param bytesMax of it
         * @param stated what it is where it cannot say itself, as {@link #PCM_16000}; else null
         * @throws Refused if it is empty, too large, or no audio that can be measured
         */
        public Upload receive(String field, InputStream content, long bytesMax, @Nullable String stated)
                throws IOException {
            try (var taken = take(field, content, bytesMax)) {
                return taken.as(stated);
            }
        }

        /**
         * Takes one file in whose description may come after it.
         *
         * @param field that a refusal names
         * @param bytesMax of it
         * @throws Refused if it is empty or too large, or there is no room for it
         */
        public Taken take(String field, InputStream content, long bytesMax) throws IOException {
            int part = parts++;
            try (UploadRoom.Place _ = room.enter();
                    var arrival = store.receive(task, part)) {
                drain(field, content, arrival, bytesMax);
                return new Taken(field, part, arrival.end());
            }
        }

        /** A file that has come, and that nobody has looked at. */
        public final class Taken implements AutoCloseable {
            private final String field;
            private final int part;
            private final Arrived arrived;

            private Taken(String field, int part, Arrived arrived) {
                this.field = field;
                this.part = part;
                this.arrived = arrived;
            }

            public long bytes() {
                return arrived.bytes();
            }

            /** Of its bytes, 64 lower-case hexadecimal digits. */
            public String sha256() {
                return arrived.sha256();
            }

            /**
             * Looks at it. Called once.
             *
             * @param stated what it is where it cannot say itself, as {@link #PCM_16000}; else null
             * @throws Refused if it is no audio that can be measured
             */
            public Upload as(@Nullable String stated) throws IOException {
                var recording = stated == null
                        ? recordings
                                .measure(arrived.content())
                                .filter(found -> found.length().isPositive())
                        : raw(stated, arrived);
                return recording
                        .map(found -> new Upload(
                                task, part, found.mediaType(), arrived.bytes(), found.length(), arrived.sha256()))
                        .orElseThrow(() -> unreadable(field));
            }

            @Override
            public void close() throws IOException {
                arrived.content().close();
            }
        }

        @Override
        public void close() throws IOException {
            if (parts > 0 && tasks.find(task).isEmpty()) {
                store.delete(task);
            }
        }
    }

    private void drain(String field, InputStream content, UploadStore.Arrival arrival, long bytesMax)
            throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        long bytes = 0;
        long looked = 0;
        int length;
        while ((length = content.read(piece)) >= 0) {
            bytes += length;
            if (bytes > bytesMax) {
                throw Refused.invalid(field, "is larger than " + bytesMax + " bytes.");
            }
            if (bytes - looked >= LOOK_EVERY_BYTES) {
                looked = bytes;
                room.checkDisk();
            }
            arrival.write(piece, length);
        }
        if (bytes == 0) {
            throw Refused.invalid(field, "is empty.");
        }
    }

    private static Optional<Recordings.Recording> raw(String stated, Arrived arrived) {
        if (!stated.equals(PCM_16000) || arrived.bytes() % SAMPLE_BYTES != 0) {
            return Optional.empty();
        }
        long samples = arrived.bytes() / SAMPLE_BYTES;
        long millis = Math.ceilDiv(samples * 1000, PCM_RATE_HZ);
        return Optional.of(new Recordings.Recording(stated, Duration.ofMillis(millis)));
    }

    private static Refused unreadable(String field) {
        return Refused.invalid(
                field,
                "is no audio that can be measured: send WAV, MP3, FLAC, Ogg (Opus or Vorbis), AAC, MP4 or M4A, or WebM,"
                        + " whole and not encrypted.");
    }
}
