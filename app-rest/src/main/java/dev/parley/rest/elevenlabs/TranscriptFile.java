package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.domain.audio.AudioRef;
import dev.parley.rest.audio.AudioBody;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** A stored transcript, told with our id of it. Callers ask by that one: the provider's own they could do nothing with. */
@Singleton
final class TranscriptFile {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String ID = "transcription_id";

    private final Hearing hearing;

    TranscriptFile(Hearing hearing) {
        this.hearing = hearing;
    }

    /** What stands in a file from one byte to another, and what is told in its place. */
    private record Splice(long from, long to, String text) {}

    /** In memory that does not grow with it. */
    AudioBody told(AudioRef file, String id) {
        var splice = splice(file, id);
        byte[] told = splice.text().getBytes(StandardCharsets.UTF_8);
        try (var start = hearing.file(file, 0)) {
            byte[] before = start.readNBytes(Math.toIntExact(splice.from()));
            var parts = List.of(bytes(before), bytes(told), hearing.file(file, splice.to()));
            return new AudioBody(
                    new SequenceInputStream(Collections.enumeration(parts)),
                    file.bytes() - (splice.to() - splice.from()) + told.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The provider's id is replaced; where there is none, ours comes first. */
    private Splice splice(AudioRef file, String id) {
        try (var parser = JSON.createParser(hearing.file(file, 0))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalStateException("a transcript is an object");
            }
            long start = parser.currentLocation().getByteOffset();
            boolean empty = true;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                empty = false;
                boolean found = parser.currentName().equals(ID);
                parser.nextToken();
                long from = parser.currentTokenLocation().getByteOffset();
                parser.finishToken();
                if (found && parser.currentToken().isScalarValue()) {
                    return new Splice(from, parser.currentLocation().getByteOffset(), "\"" + id + "\"");
                }
                parser.skipChildren();
            }
            return new Splice(start, start, "\"" + ID + "\":\"" + id + "\"" + (empty ? "" : ","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
