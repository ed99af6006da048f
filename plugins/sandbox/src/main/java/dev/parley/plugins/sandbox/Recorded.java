package dev.parley.plugins.sandbox;

import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Uploads;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sound that a caller brought, at a rate of ours, exactly as long as the recording: true samples where they are written
 * plainly, and tones drawn from its hash where one would have to decode.
 */
final class Recorded {

    private static final String RAW = "audio/pcm;rate=";
    private static final double TONE_SECONDS = 0.5;
    private static final int MONO = 1;
    private static final int BITS = 16;

    private Recorded() {}

    /** Each call reads the upload from its beginning. */
    static Changed open(Uploads uploads, Upload upload, int rateHz) throws ProviderException {
        long count = Math.round(upload.length().toMillis() * (rateHz / 1000.0));
        var content = content(uploads, upload);
        try {
            var form = form(upload, content);
            return new Changed(
                    form == null ? tones(upload, rateHz, count) : new PlainSamples(content, form, rateHz),
                    count,
                    content);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static int channels(Uploads uploads, Upload upload) throws ProviderException {
        try (var content = content(uploads, upload)) {
            var form = form(upload, content);
            return form == null ? MONO : form.channels();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static InputStream content(Uploads uploads, Upload upload) throws ProviderException {
        try {
            return new BufferedInputStream(uploads.open(upload));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static ProviderException unreadable(IOException e) {
        return new ProviderException(Failure.Unavailable.notRendered("The recording cannot be read."), e);
    }

    /** Null where it would have to be decoded. */
    private static WaveChunks.@Nullable Form form(Upload upload, InputStream content) throws IOException {
        if (upload.mediaType().startsWith(RAW)) {
            return new WaveChunks.Form(Integer.parseInt(upload.mediaType().substring(RAW.length())), MONO, BITS);
        }
        var wave = WaveChunks.of(content);
        return wave == null ? null : wave.formBeforeData();
    }

    private static Samples tones(Upload upload, int rateHz, long count) {
        List<Tones.Tone> tones = new ArrayList<>();
        long step = Math.round(TONE_SECONDS * rateHz);
        for (long at = 0; at < count; at += step) {
            // The hash has 64 digits, and is gone through again and again.
            int digit = (int) (at / step % upload.sha256().length());
            double hertz = Tones.pitch(upload.sha256().substring(digit));
            tones.add(new Tones.Tone(hertz, at, Math.min(at + step, count)));
        }
        return new Tones(rateHz, tones);
    }
}
