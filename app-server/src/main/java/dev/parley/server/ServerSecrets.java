package dev.parley.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's own randomness, in one file beside the database and not in it. Whoever loses the file loses every API key
 * and every link to audio.
 */
final class ServerSecrets {

    private static final String FILE = "server.key";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec master;

    private ServerSecrets(byte[] master) {
        this.master = new SecretKeySpec(master, ALGORITHM);
    }

    /** Whether the file is there. */
    static boolean isIn(Path dataDir) {
        return Files.exists(dataDir.resolve(FILE));
    }

    /** Reads the file, or makes it where there is none. */
    static ServerSecrets in(Path dataDir) throws IOException {
        var file = dataDir.resolve(FILE);
        if (!Files.exists(file)) {
            create(file);
        }
        byte[] master = Files.readAllBytes(file);
        if (master.length != BYTES) {
            throw new IOException(file + " is damaged: it holds " + master.length + " bytes instead of " + BYTES
                    + ". Restore it from a backup.");
        }
        return new ServerSecrets(master);
    }

    /** Under which API keys are hashed. */
    byte[] keyPepper() {
        return derive("api-keys");
    }

    /** With which links to audio are signed. */
    byte[] linkKey() {
        return derive("audio-links");
    }

    /** With which the addresses are signed at which upstreams ring. */
    byte[] doorbellKey() {
        return derive("doorbells");
    }

    /** With which the tokens are signed that open sessions. */
    byte[] sessionTokenKey() {
        return derive("session-tokens");
    }

    /** With which the tokens of admins are signed. */
    byte[] adminTokenKey() {
        return derive("admin-tokens");
    }

    private byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(master);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** It has its name once it is whole: a process that is killed here must not leave a damaged one. */
    private static void create(Path file) throws IOException {
        byte[] master = new byte[BYTES];
        new SecureRandom().nextBytes(master);
        var unfinished = file.resolveSibling(FILE + ".unfinished");
        Files.deleteIfExists(unfinished);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(unfinished, master, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
