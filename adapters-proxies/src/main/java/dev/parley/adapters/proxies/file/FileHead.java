package dev.parley.adapters.proxies.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file whose first bytes can be looked at before they are read. */
final class FileHead {

    private static final int PIECE = 16 * 1024;

    private final InputStream body;
    private byte[] seen = new byte[0];

    FileHead(InputStream body) {
        this.body = body;
    }

    /** So many of the next bytes, or fewer where the file ends before. They stay unread. */
    byte[] peek(int length) throws IOException {
        if (seen.length < length) {
            byte[] more = body.readNBytes(length - seen.length);
            int known = seen.length;
            seen = Arrays.copyOf(seen, known + more.length);
            System.arraycopy(more, 0, seen, known, more.length);
        }
        return Arrays.copyOf(seen, Math.min(length, seen.length));
    }

    boolean says(int at, String text) throws IOException {
        byte[] bytes = peek(at + text.length());
        return bytes.length == at + text.length() && new String(bytes, at, text.length(), US_ASCII).equals(text);
    }

    /** The next bytes, as many as are there; none at the end. */
    byte[] read(int most) throws IOException {
        int length = Math.min(most, PIECE);
        if (seen.length > 0) {
            byte[] piece = Arrays.copyOf(seen, Math.min(length, seen.length));
            seen = Arrays.copyOfRange(seen, piece.length, seen.length);
            return piece;
        }
        byte[] piece = new byte[length];
        int read = body.read(piece, 0, length);
        return read < 0 ? new byte[0] : Arrays.copyOf(piece, read);
    }

    /** @throws UnfitFileException if the file ends before */
    byte[] readFully(int length) throws IOException {
        byte[] bytes = peek(length);
        if (bytes.length < length) {
            throw new UnfitFileException("ends in the middle of its head");
        }
        seen = Arrays.copyOfRange(seen, length, seen.length);
        return bytes;
    }

    /** @throws UnfitFileException if the file ends before */
    void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int skipped = read((int) Math.min(left, PIECE)).length;
            if (skipped == 0) {
                throw new UnfitFileException("ends in the middle of its head");
            }
            left -= skipped;
        }
    }
}
