package dev.parley.adapters.storage.memory;

import dev.parley.domain.recording.Upload;
import dev.parley.ports.audio.UploadStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What callers bring, in arrays. */
final class MemoryUploadStore implements UploadStore {

    private final Map<UUID, Batch> batches = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Batch(Instant at, Map<Integer, byte[]> parts) {}

    MemoryUploadStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Arrival receive(UUID task, int part) {
        var batch = batches.computeIfAbsent(task, _ -> new Batch(clock.instant(), new ConcurrentHashMap<>()));
        return new MemoryArrival(batch, part);
    }

    @Override
    public InputStream open(Upload upload) throws IOException {
        var batch = batches.get(upload.task());
        byte[] bytes = batch == null ? null : batch.parts().get(upload.part());
        if (bytes == null) {
            throw new IOException("the upload " + upload.part() + " of task " + upload.task() + " is gone");
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void delete(UUID task) {
        batches.remove(task);
    }

    @Override
    public List<UUID> olderThan(Instant limit) {
        return batches.entrySet().stream()
                .filter(batch -> batch.getValue().at().isBefore(limit))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public long freeBytes() {
        return Long.MAX_VALUE;
    }

    private record MemoryArrival(Batch batch, int part, ByteArrayOutputStream come) implements Arrival {

        MemoryArrival(Batch batch, int part) {
            this(batch, part, new ByteArrayOutputStream());
        }

        @Override
        public void write(byte[] bytes, int length) {
            come.write(bytes, 0, length);
        }

        /** Looked at by way of a file: the JDK has no channel over an array. */
        @Override
        public Arrived end() throws IOException {
            byte[] bytes = come.toByteArray();
            batch.parts().put(part, bytes);
            var file = Files.write(Files.createTempFile("parley-upload", ""), bytes);
            var content = Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
            return new Arrived(content, bytes.length, HexFormat.of().formatHex(sha256().digest(bytes)));
        }

        @Override
        public void close() {
            // What has not ended was never stored.
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
