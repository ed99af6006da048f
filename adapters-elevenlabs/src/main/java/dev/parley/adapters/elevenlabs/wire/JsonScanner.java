package dev.parley.adapters.elevenlabs.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Finds the ends of JSON values without knowing what is in them, so that long ones need not be held. */
public final class JsonScanner {

    private final ByteReader in;
    private final int valueMax;

    /** @param valueMax most bytes of a value that is kept */
    public JsonScanner(ByteReader in, int valueMax) {
        this.in = in;
        this.valueMax = valueMax;
    }

    /** The name of a field, whose opening quote has been read, and the first byte of its value. */
    public record Field(String name, int first) {}

    public Field field() throws IOException {
        var name = new ByteArrayOutputStream();
        for (int next = in.readMore(); next != '"'; next = in.readMore()) {
            name.write(next);
            if (next == '\\' || name.size() > 100) {
                throw new BadAudioException("its JSON has strange names");
            }
        }
        if (in.readVisible() != ':') {
            throw new BadAudioException("its JSON is malformed");
        }
        return new Field(name.toString(UTF_8), in.readVisible());
    }

    /** The whole value that begins with this byte. */
    public byte[] value(int first) throws IOException {
        var value = new ByteArrayOutputStream();
        int depth = 0;
        int next = first;
        while (true) {
            keep(value, next);
            switch (next) {
                case -1 -> throw new BadAudioException("its JSON breaks off");
                case '"' -> string(value);
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            if (depth <= 0 && (next == '"' || next == '}' || next == ']' || endsBare())) {
                return value.toByteArray();
            }
            next = in.read();
        }
    }

    /** Whether a number or a word ends before the next byte. */
    private boolean endsBare() throws IOException {
        return switch (in.peek()) {
            case ',', '}', ']', ' ', '\n', '\r', '\t', -1 -> true;
            default -> false;
        };
    }

    private void string(ByteArrayOutputStream value) throws IOException {
        for (int next = in.readMore(); ; next = in.readMore()) {
            keep(value, next);
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                keep(value, in.readMore());
            }
        }
    }

    private void keep(ByteArrayOutputStream value, int next) throws IOException {
        if (value.size() >= valueMax) {
            throw new BadAudioException("its JSON has a value longer than " + valueMax + " bytes");
        }
        value.write(next);
    }
}
