package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

/** All forms that can be measured, told apart by how they begin. Each is walked once, in constant memory. */
public final class StandardRecordings implements Recordings {

    /** The last two have the least telling beginnings. */
    private static final List<Form> FORMS = List.of(
            WaveFile::measure,
            FlacFile::measure,
            OggFile::measure,
            Mp4File::measure,
            MatroskaFile::measure,
            AdtsFile::measure,
            Mp3File::measure);

    @Override
    public Optional<Recording> measure(SeekableByteChannel content) throws IOException {
        var file = new RecordedFile(content);
        long start = Id3.end(file, 0);
        for (var form : FORMS) {
            var recording = form.measure(file, start);
            if (recording.isPresent()) {
                return recording.filter(found -> found.length().isPositive());
            }
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Form {
        /**
         * @param start where the file begins, after what is no audio
         * @return empty where it is of another form, or cannot be measured
         */
        Optional<Recording> measure(RecordedFile file, long start) throws IOException;
    }
}
