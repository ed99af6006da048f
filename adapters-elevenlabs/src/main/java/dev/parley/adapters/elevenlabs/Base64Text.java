package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.IOException;

/** Decodes base64 character by character, as it comes. */
final class Base64Text {

    private int bits;
    private int count;
    private int padding;

    /** The next character. Fills {@code into} from {@code at}, and returns how many bytes that were: up to 3. */
    int accept(int character, byte[] into, int at) throws IOException {
        int value = value(character);
        if (value < 0) {
            padding++;
        } else if (padding > 0) {
            throw new BadAudioException("its base64 goes on after its end");
        }
        bits = (bits << 6) | Math.max(0, value);
        if (++count < 4) {
            return 0;
        }
        int bytes = 3 - padding;
        if (bytes < 1) {
            throw new BadAudioException("its base64 is malformed");
        }
        for (int i = 0; i < bytes; i++) {
            into[at + i] = (byte) (bits >> (16 - 8 * i));
        }
        bits = 0;
        count = 0;
        return bytes;
    }

    /** @throws IOException where something is missing */
    void finish() throws IOException {
        if (count != 0) {
            throw new BadAudioException("its base64 breaks off");
        }
        padding = 0;
    }

    /** -1 for padding. */
    private static int value(int character) throws IOException {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return switch (character) {
            case '+' -> 62;
            case '/' -> 63;
            case '=' -> -1;
            default -> throw new BadAudioException("its base64 is malformed");
        };
    }
}
