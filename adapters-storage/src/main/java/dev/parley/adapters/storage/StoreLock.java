package dev.parley.adapters.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process's right to a data directory. The operating system takes it back when the process ends, however it ends. */
public final class StoreLock implements AutoCloseable {
    private static final String FILE = "parley.lock";

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory, and creates it where there is none.
     *
     * @throws IOException if another process has it: the message names the directory
     */
    public static StoreLock take(Path directory) throws IOException {
        Files.createDirectories(directory);
        var channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return new StoreLock(channel);
        }
        channel.close();
        throw new IOException("Another Parley is running on the data directory " + directory.toAbsolutePath()
                + ". Stop it, or give this one a directory of its own.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // It is this very process that has it.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
