package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Uploads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP that is written as it is read: the recording once for each stem, modulated by a tone of the stem's own. */
final class StemsStream implements AudioStream {

    /** The earliest time that a ZIP can name: equal requests shall have equal bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final StemsRequest request;
    private final Uploads uploads;
    private final TimeLimit time;
    private final Deque<String> stems;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(written);
    private @Nullable StemFile file;
    private volatile @Nullable Changed sound;
    private volatile boolean closed;
    private boolean ended;

    StemsStream(StemsRequest request, Uploads uploads, TimeLimit time) {
        this.request = request;
        this.uploads = uploads;
        this.time = time;
        this.stems = new ArrayDeque<>(request.variation().stems());
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        try {
            while (written.size() == 0 && !ended) {
                checkOpen();
                step();
            }
        } catch (IOException e) {
            throw Recorded.unreadable(e);
        }
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes.length == 0 ? null : AudioChunk.of(bytes);
    }

    @Override
    public void close() {
        closed = true;
        var open = sound;
        if (open != null) {
            open.close();
        }
    }

    private void checkOpen() throws ProviderException {
        if (closed) {
            throw new ProviderException(Failure.Unavailable.notRendered("The rendering was closed before its end."));
        }
        time.check();
    }

    private void step() throws ProviderException, IOException {
        var now = sound;
        var to = file;
        if (now == null || to == null) {
            begin();
            return;
        }
        short[] piece = PcmStream.piece(now);
        if (piece.length > 0) {
            zip.write(to.add(piece));
            return;
        }
        zip.write(to.end());
        zip.closeEntry();
        to.close();
        now.close();
        file = null;
        sound = null;
    }

    private void begin() throws ProviderException, IOException {
        String stem = stems.poll();
        if (stem == null) {
            zip.finish();
            ended = true;
            return;
        }
        var format = request.stemFormat();
        var entry = new ZipEntry(stem + "." + format.fileExtension());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        file = new StemFile(format);
        sound = Recorded.open(uploads, request.audio(), format.sampleRateHz()).modulated(stem);
    }
}
