package dev.parley.adapters.elevenlabs.wire;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, with one to look ahead. Reads no more of its stream than fits into 2 KiB. */
public final class ByteReader {

    private final InputStream in;
    private final byte[] buffer = new byte[2 * 1024];
    private int at;
    private int end;

    public ByteReader(InputStream in) {
        this.in = in;
    }

    /** -1 at the end. */
    public int peek() throws IOException {
        if (at == end) {
            int read = in.read(buffer, 0, buffer.length);
            if (read <= 0) {
                return -1;
            }
            at = 0;
            end = read;
        }
        return buffer[at] & 0xFF;
    }

    /** -1 at the end. */
    public int read() throws IOException {
        int next = peek();
        if (next >= 0) {
            at++;
        }
        return next;
    }

    /** @throws BadAudioException at the end: something is unfinished */
    public int readMore() throws IOException {
        int next = read();
        if (next < 0) {
            throw new BadAudioException("its JSON breaks off");
        }
        return next;
    }

    /** The next byte that is no white space; -1 at the end. */
    public int readVisible() throws IOException {
        int next = read();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = read();
        }
        return next;
    }

    /** Whether the next byte has come already. */
    public boolean ready() throws IOException {
        return at < end || in.available() > 0;
    }
}
