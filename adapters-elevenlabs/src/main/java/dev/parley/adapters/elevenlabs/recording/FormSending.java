package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.recording.Upload;
import dev.parley.ports.provider.Uploads;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** One sending of a form: the file is read as far as the upstream takes it. */
final class FormSending implements Payload.Sending {

    private static final System.Logger LOG = System.getLogger(FormSending.class.getName());

    private final byte[] head;
    private final Upload file;
    private final Uploads uploads;
    private final byte[] end;
    private volatile @Nullable Counted open;
    private volatile boolean closed;

    FormSending(byte[] head, Upload file, Uploads uploads, byte[] end) {
        this.head = head;
        this.file = file;
        this.uploads = uploads;
        this.end = end;
    }

    @Override
    public BodyPublisher publisher() {
        var parts = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofInputStream(this::file),
                BodyPublishers.ofByteArray(end));
        return BodyPublishers.fromPublisher(parts, head.length + file.bytes() + end.length);
    }

    @Override
    public boolean isWhole() {
        Counted counted = open;
        return counted != null && counted.bytes >= file.bytes();
    }

    @Override
    public void close() {
        closed = true;
        Counted counted = open;
        if (counted != null) {
            shut(counted);
        }
    }

    /** Null, as the client wants it, where there is none. */
    @SuppressWarnings("NullAway") // The client's supplier says nothing of null, and takes it for a failure.
    private @Nullable InputStream file() {
        try {
            var counted = new Counted(uploads.open(file));
            open = counted;
            if (closed) {
                shut(counted);
            }
            return counted;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "an upload cannot be read", e);
            return null;
        }
    }

    private static void shut(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "an upload could not be closed", e);
        }
    }

    /** Read by one of the client's threads, looked at by any. */
    private static final class Counted extends FilterInputStream {
        private volatile long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        /** One reader, so nothing is lost between reading and writing it. */
        private synchronized void count(int more) {
            bytes += more;
        }
    }
}
