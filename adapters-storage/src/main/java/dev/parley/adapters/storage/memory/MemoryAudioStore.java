package dev.parley.adapters.storage.memory;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.Media;
import dev.parley.ports.audio.AudioStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Audio in arrays. */
final class MemoryAudioStore implements AudioStore {
    private final ConcurrentMap<String, Stored> stored = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** Its bytes are null until they are committed. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never handed out.
    private record Stored(byte @Nullable [] bytes, Instant at) {}

    MemoryAudioStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Upload create(Media format) {
        String id = UUID.randomUUID().toString().replace("-", "");
        stored.put(id, new Stored(null, clock.instant()));
        return new MemoryUpload(id, format);
    }

    @Override
    public Optional<InputStream> open(AudioRef audio, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is never negative: " + offset);
        }
        return Optional.ofNullable(stored.get(audio.id()))
                .flatMap(found -> Optional.ofNullable(found.bytes()))
                .map(bytes -> {
                    int start = (int) Math.min(offset, bytes.length);
                    return new ByteArrayInputStream(bytes, start, bytes.length - start);
                });
    }

    @Override
    public void delete(AudioRef audio) {
        stored.remove(audio.id());
    }

    @Override
    public int deleteOlderThan(Instant limit) {
        // One by one: others store while this counts.
        int deleted = 0;
        for (var old : stored.entrySet()) {
            if (old.getValue().at().isBefore(limit) && stored.remove(old.getKey(), old.getValue())) {
                deleted++;
            }
        }
        return deleted;
    }

    private final class MemoryUpload implements Upload {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final String id;
        private final Media format;
        private boolean committed;

        MemoryUpload(String id, Media format) {
            this.id = id;
            this.format = format;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (committed) {
                throw new IOException("audio " + id + " is committed: nothing can be added");
            }
            written.write(bytes);
        }

        @Override
        public AudioRef commit() throws IOException {
            byte[] bytes = written.toByteArray();
            if (committed || stored.replace(id, new Stored(bytes, clock.instant())) == null) {
                throw new IOException(
                        "audio " + id + " cannot be committed: it is closed, deleted or committed already");
            }
            committed = true;
            return new AudioRef(id, format, bytes.length, sha256(bytes));
        }

        @Override
        public void close() {
            if (!committed) {
                stored.remove(id);
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
