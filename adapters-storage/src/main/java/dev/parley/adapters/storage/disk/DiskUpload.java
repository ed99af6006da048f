package dev.parley.adapters.storage.disk;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.Media;
import dev.parley.ports.audio.AudioStore.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes aside, and tells where the audio lies only when all of it, its name included, is on disk. */
final class DiskUpload implements Upload {
    private static final int SMALL = 4 * 1024;

    private final AudioFiles files;
    private final String id;
    private final Media format;
    private final Path incoming;
    private final long bytesMax;
    private final InstantSource clock;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();

    /** Little pieces wait here for each other: each way to the file system costs as much as a page of them. */
    private @Nullable ByteBuffer waiting;

    private long bytes;
    private boolean done;

    DiskUpload(AudioFiles files, String id, Media format, long bytesMax, InstantSource clock) throws IOException {
        this.files = files;
        this.id = id;
        this.format = format;
        this.incoming = files.incoming(id, format, clock.instant());
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.channel = FileChannel.open(incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(byte[] piece) throws IOException {
        if (done) {
            throw new IOException("audio " + id + " is closed: nothing can be added");
        }
        if (piece.length > bytesMax - bytes) {
            throw new IOException("audio is larger than the limit of " + bytesMax + " bytes");
        }
        if (piece.length < SMALL) {
            keepSmall(piece);
        } else {
            writeWaiting();
            writeAll(ByteBuffer.wrap(piece));
        }
        digest.update(piece);
        bytes += piece.length;
    }

    @Override
    public AudioRef commit() throws IOException {
        if (done) {
            throw new IOException("audio " + id + " cannot be committed: it is closed or committed already");
        }
        writeWaiting();
        var shelf = files.shelf(id);
        Files.setLastModifiedTime(incoming, FileTime.from(clock.instant()));
        AudioFiles.createDurably(shelf);
        Files.move(incoming, files.committed(id, format), StandardCopyOption.ATOMIC_MOVE);
        channel.force(true); // Its new name goes to disk with it, where the file system can do both at once.
        AudioFiles.sync(shelf);
        done = true;
        channel.close();
        return new AudioRef(id, format, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            channel.close();
            Files.deleteIfExists(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + incoming, e);
        }
    }

    private void keepSmall(byte[] piece) throws IOException {
        var small = waiting == null ? ByteBuffer.allocate(SMALL) : waiting;
        waiting = small;
        if (small.remaining() < piece.length) {
            writeWaiting();
        }
        small.put(piece);
    }

    private void writeWaiting() throws IOException {
        var small = waiting;
        if (small != null) {
            writeAll(small.flip());
            small.clear();
        }
    }

    private void writeAll(ByteBuffer rest) throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
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
