package dev.parley.adapters.storage.disk;

import dev.parley.ports.audio.UploadStore.Arrival;
import dev.parley.ports.audio.UploadStore.Arrived;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a file as it comes. On disk when it has ended: a queued task may be rendered after a power cut. */
final class DiskArrival implements Arrival {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private long bytes;
    private boolean ended;

    DiskArrival(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(byte[] piece, int length) throws IOException {
        var rest = ByteBuffer.wrap(piece, 0, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        digest.update(piece, 0, length);
        bytes += length;
    }

    @Override
    public Arrived end() throws IOException {
        channel.force(true);
        channel.close();
        ended = true;
        return new Arrived(
                Files.newByteChannel(file, StandardOpenOption.READ),
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
