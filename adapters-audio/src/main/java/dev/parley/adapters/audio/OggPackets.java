package dev.parley.adapters.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Joins the packets of one Ogg stream, or of several one after the other, out of its pages. */
final class OggPackets {

    /** Beyond any packet of audio; comments with pictures in them are refused. */
    private static final int PACKET_BYTES_MAX = 1 << 20;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean open;
    private boolean ended = true;
    private boolean seen;
    private int serial;
    private int nextSequence;

    /**
     * The packets that end in this page.
     *
     * @throws IOException if the page does not follow the one before it
     */
    List<byte[]> in(OggPage page) throws IOException {
        if (page.first() != ended) {
            throw new IOException(ended ? "a stream of Ogg begins in its middle" : "a stream of Ogg begins in another");
        }
        if (!page.first() && (page.serial() != serial || page.sequence() != nextSequence)) {
            throw new IOException("a page of Ogg is missing");
        }
        if (page.continued() != open || (open && page.pieces().isEmpty())) {
            throw new IOException("a packet of Ogg is cut");
        }
        serial = page.serial();
        nextSequence = page.sequence() + 1;
        ended = page.last();
        seen = true;
        return join(page);
    }

    /** @throws IOException if a last page has not come */
    void finish() throws IOException {
        if (!ended || !seen) {
            throw new IOException("the audio breaks off before the last page of Ogg");
        }
    }

    private List<byte[]> join(OggPage page) throws IOException {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < page.pieces().size(); i++) {
            begun.writeBytes(page.pieces().get(i));
            open = page.open() && i == page.pieces().size() - 1;
            if (begun.size() > PACKET_BYTES_MAX || (open && page.last())) {
                throw new IOException("a packet of Ogg does not end");
            }
            if (!open) {
                packets.add(begun.toByteArray());
                begun.reset();
            }
        }
        return packets;
    }
}
