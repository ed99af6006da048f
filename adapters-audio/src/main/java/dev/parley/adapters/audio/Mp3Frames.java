package dev.parley.adapters.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into MPEG layer III frames and leaves out what is not audio: ID3 tags and Xing headers. */
final class Mp3Frames {

    private static final int ID3_HEADER = 10;
    private static final int ID3_V1 = 128;
    private static final Set<String> TAGS = Set.of("Xing", "Info");

    /** Where the Fraunhofer encoder's variant of a Xing header begins, whatever the frame. */
    private static final int VBRI_OFFSET = 36;

    private final ByteQueue queue = new ByteQueue();
    private long toSkip;

    void add(byte[] bytes) {
        queue.add(bytes);
    }

    /**
     * The next whole frame of audio, or null until more bytes have come.
     *
     * @throws IOException if the bytes are no MPEG layer III
     */
    @Nullable
    Frame next() throws IOException {
        while (skip() && queue.size() >= ID3_HEADER) {
            if (queue.startsWith("ID3")) {
                toSkip = id3Length();
            } else if (queue.startsWith("TAG")) {
                toSkip = ID3_V1;
            } else {
                var header = header();
                if (queue.size() < header.bytes()) {
                    return null;
                }
                var frame = new Frame(header, queue.take(header.bytes()));
                if (!frame.isTag()) {
                    return frame;
                }
            }
        }
        return null;
    }

    /** @throws IOException if the audio breaks off within a frame or a tag */
    void finish() throws IOException {
        if (toSkip > 0 || queue.size() > 0) {
            throw new IOException("the audio breaks off in the middle of a frame");
        }
    }

    /** Whether everything to skip has come. */
    private boolean skip() {
        int step = (int) Math.min(toSkip, queue.size());
        queue.drop(step);
        toSkip -= step;
        return toSkip == 0;
    }

    private long id3Length() {
        int footer = (queue.at(5) & 0x10) == 0 ? 0 : ID3_HEADER;
        int size = 0;
        for (int i = 6; i < ID3_HEADER; i++) {
            size = size << 7 | (queue.at(i) & 0x7f);
        }
        return (long) ID3_HEADER + size + footer;
    }

    private Mp3Header header() throws IOException {
        var header = Mp3Header.parse(queue.at(0) << 24 | queue.at(1) << 16 | queue.at(2) << 8 | queue.at(3));
        if (header == null) {
            throw new IOException("byte " + queue.taken() + " does not begin a frame of MPEG layer III");
        }
        return header;
    }

    /** A frame with all of its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Frame(Mp3Header header, byte[] bytes) {

        private boolean isTag() {
            return TAGS.contains(word(header.tagOffset())) || word(VBRI_OFFSET).equals("VBRI");
        }

        private String word(int offset) {
            int end = Math.min(offset + 4, bytes.length);
            return offset >= end ? "" : new String(bytes, offset, end - offset, StandardCharsets.US_ASCII);
        }
    }
}
