package dev.parley.adapters.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.Piece.Alignment;
import dev.parley.adapters.elevenlabs.Piece.Timing;
import dev.parley.adapters.elevenlabs.Piece.TurnTime;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.ByteReader;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.adapters.elevenlabs.wire.JsonScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of JSON objects that hold audio and timings: one for all of it, or many in a row. Audio is decoded as it comes, so
 * an object may be of any size. Of many, each is a piece, so that its audio and its timings come together; one for all is
 * handed on as far as it has come.
 */
final class TimedSource implements Piece.Source {

    /** Beyond this, audio is handed on without its timings. */
    private static final int AUDIO_MAX = 64 * 1024;

    /** What most pieces fit into: thousands of streams may be open, each with room for one. */
    private static final int AUDIO_AT_ONCE = 4 * 1024;

    private static final int VALUE_MAX = 16 * 1024 * 1024;

    private enum Where {
        BETWEEN_OBJECTS,
        IN_OBJECT,
        IN_AUDIO
    }

    private final ByteReader in;
    private final JsonScanner json;
    private final Base64Text base64 = new Base64Text();
    private byte[] audio = new byte[AUDIO_AT_ONCE];
    private final boolean many;
    private Where where = Where.BETWEEN_OBJECTS;
    private int length;
    private @Nullable Alignment alignment;
    private List<TurnTime> turns = List.of();

    /** @param many whether many objects are expected */
    TimedSource(InputStream body, boolean many) {
        this.many = many;
        this.in = new ByteReader(body);
        this.json = new JsonScanner(in, VALUE_MAX);
    }

    @Override
    public @Nullable Piece next() throws IOException {
        while (true) {
            switch (where) {
                case BETWEEN_OBJECTS -> {
                    if (!beginObject()) {
                        return null;
                    }
                }
                case IN_OBJECT -> {
                    if (!nextField()) {
                        where = Where.BETWEEN_OBJECTS;
                        return wholeObject();
                    }
                }
                case IN_AUDIO -> {
                    if (readAudio()) {
                        where = Where.IN_OBJECT;
                    } else {
                        return new Piece(taken(), null);
                    }
                }
            }
        }
    }

    /** Passes over what event streams put before an object. */
    private boolean beginObject() throws IOException {
        int next = in.readVisible();
        if (next == 'd') {
            for (char expected : "ata:".toCharArray()) {
                if (in.read() != expected) {
                    throw new BadAudioException("it sent something else than JSON");
                }
            }
            next = in.readVisible();
        }
        if (next >= 0 && next != '{') {
            throw new BadAudioException("it sent something else than JSON");
        }
        where = Where.IN_OBJECT;
        return next >= 0;
    }

    /** False at the end of the object. */
    private boolean nextField() throws IOException {
        int next = in.readVisible();
        if (next == ',') {
            next = in.readVisible();
        }
        if (next == '}') {
            return false;
        }
        if (next != '"') {
            throw new BadAudioException("its JSON " + (next < 0 ? "breaks off" : "is malformed"));
        }
        JsonScanner.Field field = json.field();
        if (field.name().equals("audio_base64") && field.first() == '"') {
            where = Where.IN_AUDIO;
        } else {
            take(field.name(), json.value(field.first()));
        }
        return true;
    }

    private void take(String name, byte[] value) throws IOException {
        switch (name) {
            case "alignment" -> alignment = alignment(Json.read(value));
            case "voice_segments" -> turns = turns(Json.read(value));
            case "detail", "error" -> throw new BadAudioException("it reports an error in the middle");
            default -> {}
        }
    }

    /** True at the end of the audio; false where a piece is full, or more has not come yet. */
    private boolean readAudio() throws IOException {
        while (length < AUDIO_MAX && (many || length == 0 || in.ready())) {
            int next = in.readMore();
            if (next == '"') {
                base64.finish();
                return true;
            }
            if (next == '\\') { // JSON may write a slash so.
                next = in.readMore();
            }
            if (length + Base64Text.BYTES_MAX > audio.length) {
                audio = Arrays.copyOf(audio, 2 * audio.length);
            }
            length += base64.accept(next, audio, length);
        }
        return false;
    }

    private Piece wholeObject() {
        var piece = new Piece(taken(), new Timing(alignment, turns));
        alignment = null;
        turns = List.of();
        return piece;
    }

    private byte[] taken() {
        byte[] taken = Arrays.copyOf(audio, length);
        length = 0;
        if (audio.length > AUDIO_AT_ONCE) {
            audio = new byte[AUDIO_AT_ONCE];
        }
        return taken;
    }

    private static @Nullable Alignment alignment(JsonNode json) throws IOException {
        JsonNode characters = json.path("characters");
        JsonNode starts = json.path("character_start_times_seconds");
        JsonNode ends = json.path("character_end_times_seconds");
        if (characters.isEmpty()) {
            return null;
        }
        if (starts.size() != characters.size() || ends.size() != characters.size()) {
            throw new BadAudioException("its timings do not fit their characters");
        }
        List<String> texts = new ArrayList<>(characters.size());
        characters.forEach(character -> texts.add(character.asText()));
        return new Alignment(texts, numbers(starts), numbers(ends));
    }

    private static double[] numbers(JsonNode json) {
        double[] numbers = new double[json.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = json.get(i).asDouble();
        }
        return numbers;
    }

    private static List<TurnTime> turns(JsonNode json) {
        List<TurnTime> turns = new ArrayList<>();
        for (JsonNode segment : json) {
            turns.add(new TurnTime(
                    segment.path("dialogue_input_index").asInt(-1),
                    segment.path("start_time_seconds").asDouble(),
                    segment.path("end_time_seconds").asDouble()));
        }
        return turns;
    }
}
