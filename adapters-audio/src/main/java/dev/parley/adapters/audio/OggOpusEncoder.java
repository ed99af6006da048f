package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioEncoder;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;

/** Opus in Ogg pages (RFC 7845), in packets of 20 ms. */
final class OggOpusEncoder implements AudioEncoder {

    private static final int PACKET_SAMPLES = OpusHead.RATE_HZ / 50;
    private static final int PACKET_BYTES_MAX = 1275;
    private static final int COMPLEXITY = 5;

    private final OpusEncoder encoder;
    private final OggWriter ogg;
    private final int preSkip;
    private final SampleQueue queue = new SampleQueue();
    private final byte[] room = new byte[PACKET_BYTES_MAX];
    private long received;
    private long packets;

    /** @param serial tells this stream from others that a caller may append to it */
    OggOpusEncoder(int bitrateKbps, int serial) {
        try {
            this.encoder = new OpusEncoder(OpusHead.RATE_HZ, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
        encoder.setBitrate(bitrateKbps * 1000);
        encoder.setComplexity(COMPLEXITY);
        this.preSkip = encoder.getLookahead();
        this.ogg = new OggWriter(serial);
        ogg.header(new OpusHead(1, preSkip, 0).packet());
        ogg.header(OpusHead.tags());
    }

    @Override
    public byte[] encode(short[] samples) {
        received += samples.length;
        queue.add(samples, samples.length);
        while (queue.size() >= PACKET_SAMPLES) {
            byte[] packet = packet(queue.take(PACKET_SAMPLES));
            ogg.packet(packet, packets * PACKET_SAMPLES);
        }
        return ogg.take();
    }

    /** At least one packet is left for here, since the encoder lags by the samples to skip. */
    @Override
    public byte[] finish() {
        long end = preSkip + received;
        while ((packets + 1) * PACKET_SAMPLES < end) {
            byte[] packet = packet(rest());
            ogg.packet(packet, packets * PACKET_SAMPLES);
        }
        ogg.lastPacket(packet(rest()), end);
        return ogg.take();
    }

    @Override
    public long delayMillis() {
        return 0;
    }

    private short[] rest() {
        return Arrays.copyOf(queue.take(queue.size()), PACKET_SAMPLES);
    }

    private byte[] packet(short[] samples) {
        try {
            int length = encoder.encode(samples, 0, PACKET_SAMPLES, room, 0, room.length);
            packets++;
            return Arrays.copyOf(room, length);
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
    }
}
