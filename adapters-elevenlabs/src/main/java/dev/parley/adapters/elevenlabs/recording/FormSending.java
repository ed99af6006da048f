package dev.parley.adapters.elevenlabs.recording;

import dev.parley.adapters.elevenlabs.wire.Payload;
import dev.parley.domain.recording.Upload;
import dev.parley.ports.provider.Uploads;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One sending of a form: its files are read as far as the upstream takes them. */
final class FormSending implements Payload.Sending {

    private static final System.Logger LOG = System.getLogger(FormSending.class.getName());

    private final List<Part> parts;
    private final Uploads uploads;
    private final byte[] end;
    private final List<InputStream> open = new CopyOnWriteArrayList<>();
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean closed;

    FormSending(List<Part> parts, Uploads uploads, byte[] end) {
        this.parts = List.copyOf(parts);
        this.uploads = uploads;
        this.end = end;
    }

    /**
     * A file of the form.
     *
     * @param head all that comes before it, and after the file before
     */
    @SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
    record Part(byte[] head, Upload file) {}

    @Override
    public BodyPublisher publisher() {
        List<BodyPublisher> pieces = new ArrayList<>();
        long length = end.length;
        for (Part part : parts) {
            pieces.add(BodyPublishers.ofByteArray(part.head()));
            pieces.add(BodyPublishers.ofInputStream(() -> open(part.file())));
            length += part.head().length + part.file().bytes();
        }
        pieces.add(BodyPublishers.ofByteArray(end));
        return BodyPublishers.fromPublisher(BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new)), length);
    }

    @Override
    public boolean isWhole() {
        return taken.get()
                >= parts.stream().mapToLong(part -> part.file().bytes()).sum();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(FormSending::shut);
    }

    /** Null, as the client wants it, where there is none. */
    @SuppressWarnings("NullAway") // The client's supplier says nothing of null, and takes it for a failure.
    private @Nullable InputStream open(Upload file) {
        try {
            var counted = new Counted(uploads.open(file), taken);
            open.add(counted);
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
        private final AtomicLong bytes;

        Counted(InputStream in, AtomicLong bytes) {
            super(in);
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            bytes.addAndGet(Math.max(0, read));
            return read;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            bytes.addAndGet(next < 0 ? 0 : 1);
            return next;
        }
    }
}
