package dev.parley.rest.elevenlabs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Bytes as base64, read as they are asked for. */
final class Base64Stream extends FilterInputStream {

    /** Of three bytes each become four characters, and none is left over before the end. */
    private static final int PIECE = 3 * 4096;

    private byte[] encoded = new byte[0];
    private int at;

    Base64Stream(InputStream plain) {
        super(plain);
    }

    /** How long so many bytes become. */
    static long length(long plain) {
        return Math.ceilDiv(plain, 3L) * 4;
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, encoded.length - at);
        System.arraycopy(encoded, at, buffer, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return encoded.length - at;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean fill() throws IOException {
        if (at == encoded.length) {
            encoded = Base64.getEncoder().encode(in.readNBytes(PIECE));
            at = 0;
        }
        return at < encoded.length;
    }
}
