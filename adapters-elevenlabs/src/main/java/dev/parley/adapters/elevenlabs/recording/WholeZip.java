package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.domain.audio.AudioChunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A ZIP archive, passed on as it comes. It is whole if it ends as every archive does: with the place of its directory. */
final class WholeZip implements Content {

    private static final int MOST = 16 * 1024;
    private static final int LOCAL_FILE = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_MAX = 0xFFFF;

    private final InputStream body;
    private long bytes;

    /** The last ones, as far as an end may reach back. */
    private byte[] tail = new byte[0];

    WholeZip(InputStream body) {
        this.body = body;
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        if (bytes == 0) {
            byte[] begin = body.readNBytes(Integer.BYTES);
            checkBeginning(begin);
            return passed(begin);
        }
        byte[] piece = new byte[MOST];
        int length = body.read(piece);
        if (length < 0) {
            checkEnd();
            return null;
        }
        return passed(Arrays.copyOf(piece, length));
    }

    private AudioChunk passed(byte[] piece) {
        bytes += piece.length;
        int kept = Math.min(tail.length, Math.max(0, END_BYTES + COMMENT_MAX - piece.length));
        byte[] next = Arrays.copyOfRange(tail, tail.length - kept, tail.length + piece.length);
        System.arraycopy(piece, 0, next, kept, piece.length);
        tail = next;
        return AudioChunk.of(piece);
    }

    private static void checkBeginning(byte[] piece) throws IOException {
        if (piece.length < Integer.BYTES || little(piece).getInt(0) != LOCAL_FILE) {
            throw new BadAudioException("it sent something else than an archive");
        }
    }

    private void checkEnd() throws IOException {
        ByteBuffer read = little(tail);
        for (int at = tail.length - END_BYTES; at >= 0; at--) {
            if (read.getInt(at) == END && isEnd(read, at)) {
                return;
            }
        }
        throw new BadAudioException("it ended the archive before its end");
    }

    /** The comment reaches to the last byte, and the directory, which lists something, lies right before. */
    private boolean isEnd(ByteBuffer read, int at) {
        int comment = read.getShort(at + 20) & 0xFFFF;
        int entries = read.getShort(at + 10) & 0xFFFF;
        long directory = read.getInt(at + 12) & 0xFFFF_FFFFL;
        long begins = read.getInt(at + 16) & 0xFFFF_FFFFL;
        long ends = bytes - tail.length + at;
        return at + END_BYTES + comment == tail.length && entries > 0 && begins + directory <= ends;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
