package dev.parley.plugins.sandbox;

import dev.parley.domain.recording.Upload;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The text that travels with a recording: the comment of a WAV ({@code ICMT}), or of an ID3 tag of version 2.3 or 2.4. */
final class Sidecar {

    private static final int ID3_HEADER = 10;
    private static final int TAG_BYTES_MAX = 256 * 1024;

    private Sidecar() {}

    /** Empty where there is none. */
    static String read(Uploads uploads, Upload upload) throws ProviderException {
        try (var content = Recorded.content(uploads, upload)) {
            var wave = WaveChunks.of(content);
            return wave == null ? id3(content) : wave.comment();
        } catch (IOException e) {
            throw Recorded.unreadable(e);
        }
    }

    private static String id3(InputStream content) throws IOException {
        byte[] head = content.readNBytes(ID3_HEADER);
        if (head.length < ID3_HEADER || head[0] != 'I' || head[1] != 'D' || head[2] != '3' || head[3] < 3) {
            return "";
        }
        byte[] tag = content.readNBytes(Math.min(number(head, 6, 7), TAG_BYTES_MAX));
        int shift = head[3] == 3 ? 8 : 7;
        for (int at = 0; at + ID3_HEADER <= tag.length; ) {
            int length = number(tag, at + 4, shift);
            if (length <= 0 || length > tag.length - at - ID3_HEADER) {
                return "";
            }
            String name = new String(tag, at, 4, StandardCharsets.ISO_8859_1);
            String comment = comment(name, tag, at + ID3_HEADER, length);
            if (!comment.isBlank()) {
                return comment;
            }
            at += ID3_HEADER + length;
        }
        return "";
    }

    /** Some write it as a text of their own that is called so. */
    private static String comment(String frame, byte[] tag, int at, int length) {
        boolean own = frame.equals("TXXX");
        int skipped = own ? 1 : 4;
        if (!(own || frame.equals("COMM")) || length <= skipped) {
            return "";
        }
        String text = new String(tag, at + skipped, length - skipped, charset(tag[at]));
        int end = text.indexOf('\0');
        String about =
                end < 0 ? "" : text.substring(0, end).replace("\ufeff", "").toLowerCase(Locale.ROOT);
        return own && !about.equals("comment")
                ? ""
                : text.substring(end + 1)
                        .replace("\ufeff", "")
                        .replace("\0", "")
                        .strip();
    }

    private static Charset charset(byte encoding) {
        return switch (encoding) {
            case 0 -> StandardCharsets.ISO_8859_1;
            case 1 -> StandardCharsets.UTF_16;
            case 2 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static int number(byte[] bytes, int at, int shift) {
        int number = 0;
        for (int i = 0; i < 4; i++) {
            number = (number << shift) | (bytes[at + i] & ((1 << shift) - 1));
        }
        return number;
    }
}
