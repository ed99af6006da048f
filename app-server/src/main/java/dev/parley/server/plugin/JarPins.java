package dev.parley.server.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Which jars the operator has looked at. A plugin can do whatever the gateway can, so what was swapped or slipped in is not
 * even opened.
 */
public final class JarPins {

    private final Set<String> sha256;

    /** @param sha256 of every jar that may be loaded, in lower-case hexadecimal; empty lets any in */
    public JarPins(Set<String> sha256) {
        this.sha256 = Set.copyOf(sha256);
    }

    /** @throws PluginException naming the jar that nobody has pinned, and its hash */
    void check(List<Path> jars) {
        if (sha256.isEmpty()) {
            return;
        }
        for (Path jar : jars) {
            String hash = hash(jar);
            if (!sha256.contains(hash)) {
                throw new PluginException(
                        jar + " is not one of the jars pinned by 'plugins.sha256'. If you put it there,"
                                + " and know what it is, add " + hash + ".");
            }
        }
    }

    private static String hash(Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            var digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new PluginException(jar + " cannot be read: " + e, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
