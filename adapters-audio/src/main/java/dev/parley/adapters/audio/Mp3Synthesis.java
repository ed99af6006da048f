package dev.parley.adapters.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/** Turns one MPEG frame after the other into sound. */
final class Mp3Synthesis {

    /** 44,100 Hz, mono, and nothing to hear. */
    private static final byte[] SILENT_FRAME =
            Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, 0x10, (byte) 0xc0}, 104);

    static {
        // jlayer fills its tables at first use without a lock: two first streams at once would find them half full.
        try {
            new Mp3Synthesis().play(SILENT_FRAME);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Feed feed = new Feed();
    private final Bitstream bits = new Bitstream(feed);
    private final Decoder decoder = new Decoder();

    /** All samples of a whole frame, its channels interleaved; may be none where it builds on frames that are missing. */
    short[] play(byte[] frame) throws IOException {
        feed.put(frame);
        try {
            Header header = bits.readFrame();
            if (header == null) {
                throw new IOException("an MPEG frame is unlike those before it");
            }
            var samples = (SampleBuffer) decoder.decodeFrame(header, bits);
            return Arrays.copyOf(samples.getBuffer(), samples.getBufferLength());
        } catch (JavaLayerException | RuntimeException e) {
            // jlayer checks little of what it reads: damage ends in array bounds or a division by zero.
            throw new IOException("an MPEG frame is damaged", e);
        } finally {
            bits.closeFrame();
        }
    }

    /** Lets jlayer, which wants to read ahead, see the end of the stream after each frame. */
    private static final class Feed extends InputStream {
        private byte[] frame = new byte[0];
        private int at;

        void put(byte[] next) {
            frame = next;
            at = 0;
        }

        @Override
        public int read() {
            return at < frame.length ? frame[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == frame.length) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, frame.length - at);
            System.arraycopy(frame, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
