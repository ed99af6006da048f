package dev.parley.adapters.elevenlabs.music;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer of type {@code multipart/mixed} with two parts, JSON and bytes, read as it comes. The boundary is the body's first
 * line. Only the closing boundary ends the second part: whatever ends before that is broken.
 */
final class MixedParts {

    private static final int MOST = 16 * 1024;
    private static final int LINE_MAX = 1024;
    private static final int LINES_MAX = 20;

    /** What tells a boundary that goes on from one that closes. */
    private static final int MARK = 2;

    private final InputStream body;
    private byte[] held = new byte[0];
    private byte[] delimiter = new byte[0];
    private boolean inLast;
    private boolean ended;

    MixedParts(InputStream body) {
        this.body = body;
    }

    /** All of the first part, which is JSON. To be read once, before the rest. */
    byte[] first(int most) throws IOException {
        String boundary = line();
        if (!boundary.startsWith("--") || boundary.length() < 3) {
            throw new BadAudioException("it sent something else than a song and its details");
        }
        delimiter = ("\r\n" + boundary).getBytes(US_ASCII);
        if (!skipHead().startsWith("application/json")) {
            throw new BadAudioException("it sent something else than a song's details first");
        }
        var part = new ByteArrayOutputStream();
        for (byte[] piece = piece(); piece != null; piece = piece()) {
            part.writeBytes(piece);
            if (part.size() > most) {
                throw new BadAudioException("it sent details of more than " + most + " bytes");
            }
        }
        return part.toByteArray();
    }

    /** The next bytes of the second part; null at its end. */
    byte @Nullable [] nextOfLast() throws IOException {
        if (!inLast) {
            if (ended) {
                throw new BadAudioException("it sent a song's details without the song");
            }
            inLast = true;
            skipHead();
        }
        byte[] piece = piece();
        if (piece == null && !ended) {
            throw new BadAudioException("it sent more than a song and its details");
        }
        return piece;
    }

    /** Up to the empty line; the content type in lower case, or nothing. */
    private String skipHead() throws IOException {
        String type = "";
        for (int lines = 0; lines < LINES_MAX; lines++) {
            String line = line();
            if (line.isEmpty()) {
                return type;
            }
            String[] header = line.split(":", 2);
            if (header.length == 2 && header[0].equalsIgnoreCase("content-type")) {
                type = header[1].strip().toLowerCase(Locale.ROOT);
            }
        }
        throw new BadAudioException("it sent too long a head of a part");
    }

    private String line() throws IOException {
        int end = find(new byte[] {'\n'});
        while (end < 0) {
            if (held.length > LINE_MAX) {
                throw new BadAudioException("it sent too long a line between its parts");
            }
            more();
            end = find(new byte[] {'\n'});
        }
        return new String(taken(end + 1), US_ASCII).stripTrailing();
    }

    /** Bytes of this part; null where a boundary comes next, which is then gone. */
    private byte @Nullable [] piece() throws IOException {
        while (!ended) {
            int at = find(delimiter);
            if (at == 0 && held.length >= delimiter.length + MARK) {
                int after = delimiter.length;
                ended = held[after] == '-' && held[after + 1] == '-';
                if (ended || (held[after] == '\r' && held[after + 1] == '\n')) {
                    taken(after + MARK);
                    return null;
                }
                return taken(1); // Chance.
            }
            int sure = at < 0 ? held.length - delimiter.length + 1 : at;
            if (sure > 0) {
                return taken(sure);
            }
            more();
        }
        return null;
    }

    private int find(byte[] wanted) {
        for (int at = 0; at + wanted.length <= held.length; at++) {
            if (Arrays.equals(held, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private byte[] taken(int length) {
        byte[] piece = Arrays.copyOf(held, length);
        held = Arrays.copyOfRange(held, length, held.length);
        return piece;
    }

    private void more() throws IOException {
        byte[] read = new byte[MOST];
        int length = body.read(read);
        if (length < 0) {
            throw new BadAudioException("it ended the song before its end");
        }
        byte[] next = Arrays.copyOf(held, held.length + length);
        System.arraycopy(read, 0, next, held.length, length);
        held = next;
    }
}
