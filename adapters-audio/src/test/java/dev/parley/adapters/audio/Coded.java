package dev.parley.adapters.audio;

import dev.parley.domain.audio.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Signals in a format and back, in small pieces. */
final class Coded {

    private static final StandardCodecs CODECS = new StandardCodecs();

    private Coded() {}

    static byte[] encode(short[] samples, AudioFormat format, int pieceMax) {
        var encoder = CODECS.encoder(format);
        var bytes = new ByteArrayOutputStream();
        for (short[] piece : Signals.cut(samples, pieceMax, 11)) {
            bytes.writeBytes(encoder.encode(piece));
        }
        bytes.writeBytes(encoder.finish());
        return bytes.toByteArray();
    }

    static short[] decode(byte[] bytes, AudioFormat format, int pieceMax) throws IOException {
        var decoder = CODECS.decoder(format);
        var random = new Random(13);
        List<short[]> samples = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + random.nextInt(pieceMax + 1));
            samples.add(decoder.decode(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        samples.add(decoder.finish());
        return Signals.join(samples);
    }

    static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
