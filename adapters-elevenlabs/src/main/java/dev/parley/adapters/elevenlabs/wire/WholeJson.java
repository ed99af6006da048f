package dev.parley.adapters.elevenlabs.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.async.NonBlockingInputFeeder;
import dev.parley.domain.audio.AudioChunk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is passed on as it comes: a transcript may be of hours, so it is looked at piece by piece. It is whole if it is one
 * well-formed object, and has the fields of one of its shapes.
 */
public final class WholeJson implements Content {

    private static final int MOST = 16 * 1024;

    /** Ten hours of a transcript with the time of each letter take some sixty. */
    private static final long BYTES_MAX = 256L * 1024 * 1024;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final InputStream body;
    private final JsonParser parser;
    private final List<Set<String>> shapes;
    private final Set<String> fields = new HashSet<>();
    private long bytes;
    private int depth;
    private boolean ended;

    /** @param shapes sets of fields, of which one must be there */
    public WholeJson(InputStream body, List<Set<String>> shapes) throws IOException {
        this.body = body;
        this.shapes = List.copyOf(shapes);
        this.parser = FACTORY.createNonBlockingByteArrayParser();
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        byte[] piece = new byte[MOST];
        int length = body.read(piece);
        try {
            if (length < 0) {
                feeder().endOfInput();
                look();
                checkEnd();
                return null;
            }
            feeder().feedInput(piece, 0, length);
            look();
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new BadAudioException("its JSON is malformed");
        }
        bytes += length;
        if (bytes > BYTES_MAX) {
            throw new BadAudioException("its JSON has more than " + BYTES_MAX + " bytes");
        }
        return AudioChunk.of(Arrays.copyOf(piece, length));
    }

    private ByteArrayFeeder feeder() {
        NonBlockingInputFeeder feeder = parser.getNonBlockingInputFeeder();
        return (ByteArrayFeeder) feeder;
    }

    /** As far as it has come. */
    private void look() throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            if (ended || (depth == 0 && token != JsonToken.START_OBJECT)) {
                throw new BadAudioException("it sent something else than what was asked for");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
                ended = depth == 0;
            } else if (token == JsonToken.FIELD_NAME && depth == 1) {
                fields.add(parser.currentName());
            }
        }
    }

    private void checkEnd() throws IOException {
        if (!ended) {
            throw new BadAudioException("its JSON breaks off");
        }
        if (shapes.stream().noneMatch(fields::containsAll)) {
            throw new BadAudioException("its JSON lacks what was asked for");
        }
    }
}
