package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.IOException;
import java.util.Arrays;

/** Decodes base64 character by character, as it comes. */
final class Base64Text {

    /** Most that one character completes. */
    static final int BYTES_MAX = 3;

    private static final byte PADDING = -1;
    private static final byte NONE = -2;

    /** What each character stands for: looking it up does not depend on what came before, unlike comparing. */
    private static final byte[] VALUES = values();

    private int bits;
    private int count;
    private int padding;

    /** The next character. Fills {@code into} from {@code at}, and returns how many bytes that were. */
    int accept(int character, byte[] into, int at) throws IOException {
        int value = VALUES[character & 0xFF];
        if (value == NONE) {
            throw new BadAudioException("its base64 is malformed");
        }
        if (value == PADDING) {
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

    private static byte[] values() {
        var values = new byte[256];
        Arrays.fill(values, NONE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['='] = PADDING;
        return values;
    }
}
