package dev.parley.adapters.storage.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A SQLite file in the making. It has its name only once it has been opened, found whole and brought to the disk; until then
 * it lies beside that name, for nobody but its owner to read, and is gone when this is closed.
 */
public final class BackupFile implements AutoCloseable {

    /** The file itself, and what SQLite may leave beside it. */
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

    private final Path file;
    private final Path unfinished;

    private BackupFile(Path file) {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    }

    /**
     * Makes an empty file to be written into.
     *
     * @throws IOException if there is a file of this name, or cannot be one
     */
    public static BackupFile begin(Path file) throws IOException {
        var absolute = file.toAbsolutePath().normalize();
        requireWritable(absolute);
        var backup = new BackupFile(absolute);
        backup.close();
        Files.createFile(backup.unfinished, ownersOnly(absolute));
        return backup;
    }

    /** Where to write. */
    public Path unfinished() {
        return unfinished;
    }

    /**
     * Gives the file its name, if it is whole. Nobody has it open.
     *
     * @return what is wrong with it; where there is anything, it has no name
     */
    public List<String> finish() throws IOException {
        var snapshots = new SqliteSnapshots("jdbc:sqlite:" + unfinished);
        var complaints = new DatabaseCheck(snapshots, new JdbcLedgerAudit(snapshots)).complaints();
        if (complaints.isEmpty()) {
            force(unfinished, StandardOpenOption.WRITE);
            requireWritable(file);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            if (isPosix(file)) {
                force(file.resolveSibling("."), StandardOpenOption.READ);
            }
        }
        return complaints;
    }

    @Override
    public void close() throws IOException {
        for (var suffix : SUFFIXES) {
            Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + suffix));
        }
    }

    private static void requireWritable(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "it exists already, and nothing is replaced");
        }
        if (!Files.isDirectory(file.resolveSibling("."))) {
            throw new FileSystemException(file.toString(), null, "there is no such directory to write into");
        }
        if (file.toString().contains("?")) {
            throw new FileSystemException(file.toString(), null, "SQLite opens no path that holds '?'");
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    /** Where the names in a directory can be brought to the disk, too. */
    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
