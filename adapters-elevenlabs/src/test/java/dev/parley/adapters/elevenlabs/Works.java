package dev.parley.adapters.elevenlabs;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingSettings;
import dev.parley.domain.recording.StemVariation;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.provider.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests for what is not spoken, and what their callers bring. */
final class Works {

    static final Delivery STREAMED = new Delivery(true, false);
    static final AudioFormat MP3 = AudioFormat.MP3_44100_128;

    private Works() {}

    /** One of each kind, music streamed and whole. */
    static Stream<RenderRequest> all() {
        return Stream.of(
                song(STREAMED),
                song(Delivery.WHOLE),
                plan(null),
                sound(),
                voiceChange(upload("audio/mpeg", 5000), STREAMED),
                stems(upload("audio/mpeg", 5000)),
                dub(upload("audio/mpeg", 5000)),
                transcription(upload("audio/mpeg", 5000), TranscriptionSettings.DEFAULT));
    }

    static MusicRequest song(Delivery delivery) {
        return song(delivery, MusicOptions.NONE);
    }

    static MusicRequest song(Delivery delivery, MusicOptions options) {
        var score = new Score.Prompt("A calm song.", Duration.ofSeconds(3), Duration.ofSeconds(3));
        return new MusicRequest("music_v1", score, options, delivery, MP3);
    }

    static PlanRequest plan(@Nullable CompositionPlan source) {
        return new PlanRequest("music_v2", "A calm song.", Duration.ofSeconds(30), source, Delivery.WHOLE);
    }

    static SoundRequest sound() {
        var sound = new Sound("Rain", false, null, Duration.ofSeconds(30), null);
        return new SoundRequest("eleven_text_to_sound_v2", sound, Delivery.WHOLE, MP3);
    }

    static VoiceChangeRequest voiceChange(Upload audio, Delivery delivery) {
        return new VoiceChangeRequest(
                "eleven_multilingual_sts_v2",
                audio,
                new VoiceRef("elevenlabs", Studio.RACHEL),
                new SpeechSettings(null, null, null, null, null, LanguageCode.AUTO),
                null,
                false,
                delivery,
                MP3);
    }

    static StemsRequest stems(Upload audio) {
        return new StemsRequest("stem_separation_v1", audio, StemVariation.TWO, MP3, Delivery.WHOLE);
    }

    static DubbingRequest dub(Upload audio) {
        return new DubbingRequest("dubbing_v1", audio, DubbingSettings.into("es"), Delivery.WHOLE, MP3);
    }

    static TranscriptionRequest transcription(Upload audio, TranscriptionSettings settings) {
        return new TranscriptionRequest("scribe_v2", audio, settings, Delivery.WHOLE);
    }

    static Upload upload(String mediaType, long bytes) {
        return new Upload(new UUID(0, 7), 0, mediaType, bytes, Duration.ofSeconds(10), "0".repeat(64));
    }

    static Attempt attempt(Uploads uploads) {
        return attempt(uploads, Duration.ofSeconds(30));
    }

    static Attempt attempt(Uploads uploads, Duration time) {
        return new Attempt(
                "attempt-1", InstantSource.system().instant().plus(time), Receipt.NONE, Doorbell.NONE, uploads);
    }

    /** Bytes made as they are read, whose count is known. */
    static final class Made implements Uploads {

        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger open = new AtomicInteger();
        final AtomicLong read = new AtomicLong();
        private final long missing;

        Made() {
            this(0);
        }

        /** @param missing how many fewer than the upload says */
        Made(long missing) {
            this.missing = missing;
        }

        @Override
        public InputStream open(Upload upload) {
            opened.incrementAndGet();
            open.incrementAndGet();
            return new Bytes(upload.bytes() - missing);
        }

        /** The first of them, as {@link #open} gives them. */
        static byte[] first(int count) throws IOException {
            return new Made().open(upload("audio/mpeg", count)).readAllBytes();
        }

        private final class Bytes extends InputStream {
            private final long length;
            private long at;
            private boolean closed;

            Bytes(long length) {
                this.length = length;
            }

            @Override
            public int read() throws IOException {
                if (closed) {
                    throw new IOException("closed");
                }
                if (at == length) {
                    return -1;
                }
                read.incrementAndGet();
                return (int) (at++ * 31 % 251);
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                if (at == length) {
                    return -1;
                }
                int taken = (int) Math.min(count, length - at);
                for (int i = 0; i < taken; i++) {
                    into[offset + i] = (byte) read();
                }
                return taken;
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
            }
        }
    }
}
