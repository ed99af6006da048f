package dev.parley.adapters.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into Ogg pages. */
final class OggReader {

    /** "OggS" as a little-endian number. */
    static final int CAPTURE = 0x5367674f;

    static final int CHECKSUM_OFFSET = 22;

    private final ByteQueue queue = new ByteQueue();

    void add(byte[] bytes) {
        queue.add(bytes);
    }

    /**
     * The next whole page, or null until more bytes have come.
     *
     * @throws IOException if the bytes are no Ogg
     */
    @Nullable
    OggPage next() throws IOException {
        if (queue.size() >= OggPage.HEADER && !(queue.startsWith("OggS") && queue.at(4) == 0)) {
            throw new IOException("byte " + queue.taken() + " does not begin a page of Ogg");
        }
        int length = pageLength();
        return queue.size() < length ? null : parse(queue.take(length));
    }

    /** @throws IOException if the audio breaks off within a page */
    void finish() throws IOException {
        if (queue.size() > 0) {
            throw new IOException("the audio breaks off in the middle of a page of Ogg");
        }
    }

    /** As far as it can be told yet. */
    private int pageLength() {
        int length = OggPage.HEADER;
        if (queue.size() >= length) {
            int segments = queue.at(length - 1);
            length += segments;
            for (int i = 0; i < segments && queue.size() >= OggPage.HEADER + segments; i++) {
                length += queue.at(OggPage.HEADER + i);
            }
        }
        return length;
    }

    private static OggPage parse(byte[] bytes) throws IOException {
        var page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int checksum = page.getInt(CHECKSUM_OFFSET);
        page.putInt(CHECKSUM_OFFSET, 0);
        if (checksum != OggPage.checksum(bytes)) {
            throw new IOException("a page of Ogg is damaged");
        }
        int segments = bytes[OggPage.HEADER - 1] & 0xff;
        List<byte[]> pieces = new ArrayList<>();
        boolean open = false;
        int length = 0;
        page.position(OggPage.HEADER + segments);
        for (int i = 0; i < segments; i++) {
            int lacing = bytes[OggPage.HEADER + i] & 0xff;
            length += lacing;
            open = lacing == 255;
            if (!open || i == segments - 1) {
                byte[] piece = new byte[length];
                page.get(piece);
                pieces.add(piece);
                length = 0;
            }
        }
        return new OggPage(page.get(5), page.getLong(6), page.getInt(14), page.getInt(18), List.copyOf(pieces), open);
    }
}
