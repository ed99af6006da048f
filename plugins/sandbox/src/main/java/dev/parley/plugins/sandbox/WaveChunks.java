package dev.parley.plugins.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The parts of a WAV, read once and forward. */
final class WaveChunks {

    private static final int HEAD = 12;
    private static final int LIST_BYTES_MAX = 64 * 1024;
    private static final int FORMAT_BYTES = 16;
    private static final int PCM = 1;

    /** A head may claim thousands, and each costs memory. */
    private static final int CHANNELS_MAX = 8;

    private static final int EXTENSIBLE = 0xfffe;

    private final InputStream content;
    private @Nullable Form form;
    private String comment = "";

    private WaveChunks(InputStream content) {
        this.content = content;
    }

    /** How its samples are written. */
    record Form(int rateHz, int channels, int bits) {}

    /** Null where it is none; the content is then where it was. */
    static @Nullable WaveChunks of(InputStream content) throws IOException {
        content.mark(HEAD);
        byte[] head = content.readNBytes(HEAD);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.endsWith("WAVE")) {
            return new WaveChunks(content);
        }
        content.reset();
        return null;
    }

    /** Leaves the content where its samples begin; null where they are not plain ones. */
    @Nullable
    Form formBeforeData() throws IOException {
        return walk(true) ? form : null;
    }

    /** The comment in it, wherever; empty where there is none. */
    String comment() throws IOException {
        walk(false);
        return comment;
    }

    /** Whether there are samples. */
    private boolean walk(boolean toData) throws IOException {
        try {
            for (byte[] head = content.readNBytes(8); head.length == 8; head = content.readNBytes(8)) {
                String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
                long length =
                        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffff_ffffL;
                if (name.equals("data") && toData) {
                    return true;
                }
                boolean read = length <= LIST_BYTES_MAX && (name.equals("fmt ") || name.equals("LIST"));
                byte[] chunk = read ? content.readNBytes((int) length) : new byte[0];
                content.skipNBytes((read ? 0 : length) + (length & 1));
                take(name, chunk);
            }
        } catch (EOFException e) {
            return false; // It breaks off: what was found counts.
        }
        return false;
    }

    private void take(String name, byte[] chunk) {
        var bytes = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        if (name.equals("fmt ") && chunk.length >= FORMAT_BYTES) {
            int tag = bytes.getShort(0) & 0xffff;
            var found = new Form(bytes.getInt(4), bytes.getShort(2), bytes.getShort(14));
            boolean plain = (tag == PCM || tag == EXTENSIBLE)
                    && (found.bits() == 8 || found.bits() == 16)
                    && found.channels() > 0
                    && found.channels() <= CHANNELS_MAX
                    && found.rateHz() > 0;
            form = plain ? found : null;
        }
        for (int at = 4; at + 8 <= chunk.length && name.equals("LIST"); ) {
            int length = bytes.getInt(at + 4);
            if (length < 0 || length > chunk.length - at - 8) {
                return;
            }
            if (new String(chunk, at, 4, StandardCharsets.ISO_8859_1).equals("ICMT")) {
                comment = new String(chunk, at + 8, length, StandardCharsets.UTF_8)
                        .replace("\0", "")
                        .strip();
            }
            at += 8 + length + (length & 1);
        }
    }
}
