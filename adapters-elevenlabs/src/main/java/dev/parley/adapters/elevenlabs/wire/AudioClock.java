package dev.parley.adapters.elevenlabs.wire;

import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;

/** How much time the audio takes that has come so far; all of the upstream's formats tell by their bytes. */
public abstract sealed class AudioClock {

    private boolean begun;

    public static AudioClock of(AudioFormat format) {
        return switch (format.codec()) {
            case PCM -> new Even(format.sampleRateHz() * 2 / 1000.0, false);
            case ULAW, ALAW -> new Even(format.sampleRateHz() / 1000.0, false);
            case MP3 -> new Even(format.bitrateKbps() / 8.0, true);
            case OPUS -> new Ogg();
        };
    }

    /** @throws IOException if it does not begin like such audio */
    public final void hear(byte[] audio) throws IOException {
        if (audio.length > 0 && !begun) {
            if (!beginsWell(audio)) {
                throw new BadAudioException("it sent something else than the audio asked for");
            }
            begun = true;
        }
        count(audio);
    }

    public abstract long millis();

    abstract boolean beginsWell(byte[] audio);

    abstract void count(byte[] audio) throws IOException;

    /** So many bytes for each millisecond. */
    private static final class Even extends AudioClock {
        private final double bytesPerMilli;
        private final boolean mp3;
        private long bytes;

        Even(double bytesPerMilli, boolean mp3) {
            this.bytesPerMilli = bytesPerMilli;
            this.mp3 = mp3;
        }

        @Override
        public long millis() {
            return (long) (bytes / bytesPerMilli);
        }

        /** A frame, or the ID3 tag before the first; one byte is too few to tell. Samples begin in any way. */
        @Override
        boolean beginsWell(byte[] audio) {
            boolean frame = (audio[0] & 0xFF) == 0xFF && (audio.length < 2 || (audio[1] & 0xE0) == 0xE0);
            return !mp3 || frame || (audio[0] == 'I' && (audio.length < 2 || audio[1] == 'D'));
        }

        @Override
        void count(byte[] audio) {
            bytes += audio.length;
        }
    }

    /** The bitrate varies, but each page of Ogg tells the samples up to its end: 48 for a millisecond. */
    private static final class Ogg extends AudioClock {
        private static final int HEAD = 27;

        private final byte[] head = new byte[HEAD];
        private int inHead;
        private int tableLeft;
        private long bodyLeft;
        private long samples;

        @Override
        public long millis() {
            return samples / 48;
        }

        @Override
        boolean beginsWell(byte[] audio) {
            return audio[0] == 'O' && (audio.length < 2 || audio[1] == 'g');
        }

        @Override
        void count(byte[] audio) throws IOException {
            for (int at = 0; at < audio.length; ) {
                if (inHead < HEAD) {
                    head[inHead++] = audio[at++];
                    if (inHead == HEAD) {
                        checkHead();
                        tableLeft = head[HEAD - 1] & 0xFF;
                        bodyLeft = 0;
                    }
                } else if (tableLeft > 0) {
                    bodyLeft += audio[at++] & 0xFF;
                    tableLeft--;
                } else {
                    int skipped = (int) Math.min(bodyLeft, audio.length - at);
                    at += skipped;
                    bodyLeft -= skipped;
                }
                if (inHead == HEAD && tableLeft == 0 && bodyLeft == 0) {
                    endPage();
                }
            }
        }

        private void checkHead() throws IOException {
            if (head[0] != 'O' || head[1] != 'g' || head[2] != 'g' || head[3] != 'S') {
                throw new BadAudioException("its audio is broken");
            }
        }

        private void endPage() {
            long position = 0;
            for (int i = 13; i >= 6; i--) {
                position = (position << 8) | (head[i] & 0xFF);
            }
            samples = Math.max(samples, position);
            inHead = 0;
        }
    }
}
