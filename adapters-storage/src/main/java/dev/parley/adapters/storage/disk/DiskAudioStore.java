package dev.parley.adapters.storage.disk;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.Media;
import dev.parley.ports.audio.AudioStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Audio in files. One is found under its id only when all of it, its name included, would survive a power cut. */
public final class DiskAudioStore implements AudioStore {
    private static final int ID_BYTES = 16;

    private final AudioFiles files;
    private final long bytesMax;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param directory for this store alone; created where there is none
     * @param bytesMax of one audio
     * @param clock dates the files, so that they can grow old
     */
    public DiskAudioStore(Path directory, long bytesMax, InstantSource clock) throws IOException {
        this.files = new AudioFiles(directory);
        this.bytesMax = bytesMax;
        this.clock = clock;
        AudioFiles.createDurably(directory);
        AudioFiles.createDurably(files.incoming());
    }

    @Override
    public Upload create(Media format) throws IOException {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new DiskUpload(files, HexFormat.of().formatHex(id), format, bytesMax, clock);
    }

    @Override
    public Optional<InputStream> open(AudioRef audio, long offset) throws IOException {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is never negative: " + offset);
        }
        var file = files.committed(audio);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            var channel = FileChannel.open(file.get(), StandardOpenOption.READ);
            return Optional.of(Channels.newInputStream(channel.position(Math.min(offset, channel.size()))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(AudioRef audio) throws IOException {
        var file = files.committed(audio);
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    @Override
    public int deleteOlderThan(Instant limit) throws IOException {
        int deleted = 0;
        for (var shelf : AudioFiles.list(files.directory())) {
            deleted += Files.isDirectory(shelf) ? deleteOlderThan(limit, shelf) : 0;
        }
        return deleted;
    }

    private static int deleteOlderThan(Instant limit, Path shelf) throws IOException {
        int deleted = 0;
        for (var file : AudioFiles.list(shelf)) {
            var since = AudioFiles.since(file);
            if (since.isPresent() && since.get().isBefore(limit) && Files.deleteIfExists(file)) {
                deleted++;
            }
        }
        return deleted;
    }
}
