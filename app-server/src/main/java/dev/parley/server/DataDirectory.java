package dev.parley.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the gateway keeps everything. Nobody else on the machine need read it. */
final class DataDirectory {

    private DataDirectory() {}

    /** A directory that is there already keeps the permissions that the operator gave it. */
    static void create(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(directory, ownersOnly);
        } catch (IOException e) {
            throw new IOException(
                    "the data directory " + directory + " ('data.dir') cannot be made: "
                            + (Files.isRegularFile(directory) ? "it is a file" : e),
                    e);
        }
    }
}
