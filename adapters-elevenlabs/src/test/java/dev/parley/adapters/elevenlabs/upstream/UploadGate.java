package dev.parley.adapters.elevenlabs.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether uploads are read as they come, or held up after their beginning. */
final class UploadGate {

    private final AtomicInteger cut = new AtomicInteger();
    private volatile CountDownLatch open = new CountDownLatch(0);

    void hold() {
        open = new CountDownLatch(1);
    }

    void goOn() {
        open.countDown();
    }

    /** Uploads that broke off. */
    int cut() {
        return cut.get();
    }

    void noteCut() {
        cut.incrementAndGet();
    }

    /** The same bytes, and no more than these. */
    InputStream through(InputStream in, long length) {
        return new Held(in, length);
    }

    private final class Held extends FilterInputStream {
        private long left;

        Held(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int read = in.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }
}
