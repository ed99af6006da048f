package dev.parley.adapters.storage.disk;

import dev.parley.domain.recording.Upload;
import dev.parley.ports.audio.UploadStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What callers bring, in files: {@code <task>/<part>}. Only ids lead there, never a name of the caller's. The processes of one
 * gateway share the directory, as they share that of the audio.
 */
public final class DiskUploadStore implements UploadStore {

    private final Path directory;
    private final InstantSource clock;

    /**
     * @param directory for this store alone; created where there is none
     * @param clock dates what comes, so that it can grow old
     */
    public DiskUploadStore(Path directory, InstantSource clock) throws IOException {
        this.directory = directory;
        this.clock = clock;
        AudioFiles.createDurably(directory);
    }

    @Override
    public Arrival receive(UUID task, int part) throws IOException {
        var batch = batch(task);
        Files.createDirectories(batch);
        var arrival = new DiskArrival(batch.resolve(Integer.toString(part)));
        Files.setLastModifiedTime(batch, FileTime.from(clock.instant()));
        return arrival;
    }

    @Override
    public InputStream open(Upload upload) throws IOException {
        return Files.newInputStream(batch(upload.task()).resolve(Integer.toString(upload.part())));
    }

    @Override
    public void delete(UUID task) throws IOException {
        var batch = batch(task);
        try (var files = Files.newDirectoryStream(batch)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            return; // Somebody else was faster.
        }
        Files.deleteIfExists(batch);
    }

    @Override
    public List<UUID> olderThan(Instant limit) throws IOException {
        List<UUID> old = new ArrayList<>();
        try (DirectoryStream<Path> batches = Files.newDirectoryStream(directory)) {
            for (var batch : batches) {
                if (since(batch).isBefore(limit)) {
                    old.add(UUID.fromString(batch.getFileName().toString()));
                }
            }
        }
        return old;
    }

    @Override
    public long freeBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private Path batch(UUID task) {
        return directory.resolve(task.toString());
    }

    /** One that has just gone is not old. */
    private static Instant since(Path batch) throws IOException {
        try {
            return Files.getLastModifiedTime(batch).toInstant();
        } catch (NoSuchFileException _) {
            return Instant.MAX;
        }
    }
}
