package dev.parley.adapters.audio;

import dev.parley.ports.audio.AudioDecoder;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Opus in Ogg pages (RFC 7845), as mono at 48,000 Hz. Streams that follow one another are played as one. */
final class OggOpusDecoder implements AudioDecoder {

    /** 120 ms: the longest packet. */
    private static final int PACKET_SAMPLES_MAX = OpusHead.RATE_HZ * 12 / 100;

    private final OggReader reader = new OggReader();
    private final OggPackets packets = new OggPackets();
    private final short[] room = new short[PACKET_SAMPLES_MAX];
    private OpusDecoder decoder = newDecoder();
    private int packetsSeen;
    private int toSkip;
    private long granule;

    @Override
    public short[] decode(byte[] bytes) throws IOException {
        reader.add(bytes);
        var samples = new SampleQueue();
        for (var page = reader.next(); page != null; page = reader.next()) {
            short[] heard = play(page);
            samples.add(heard, heard.length);
        }
        return samples.take(samples.size());
    }

    @Override
    public short[] finish() throws IOException {
        reader.finish();
        packets.finish();
        return new short[0];
    }

    private short[] play(OggPage page) throws IOException {
        List<byte[]> whole = packets.in(page);
        if (page.first()) {
            packetsSeen = 0;
            granule = 0;
        }
        var samples = new SampleQueue();
        for (byte[] packet : whole) {
            switch (packetsSeen++) {
                case 0 -> begin(OpusHead.parse(packet));
                case 1 -> OpusHead.checkTags(packet);
                default -> samples.add(room, play(packet));
            }
        }
        // The last packet is filled up with silence; the last page tells how much of it is meant.
        long meant = page.last() ? page.granule() - granule : samples.size();
        granule = page.granule() < 0 ? granule : page.granule();
        short[] heard = samples.take(Math.clamp(meant, 0, samples.size()));
        return afterSkip(heard);
    }

    private void begin(OpusHead head) {
        decoder = newDecoder();
        decoder.setGain(head.gain());
        toSkip = head.preSkip();
    }

    private int play(byte[] packet) throws IOException {
        try {
            return decoder.decode(packet, 0, packet.length, room, 0, room.length, false);
        } catch (OpusException | RuntimeException | AssertionError e) {
            // concentus checks what it reads with assertions and array bounds.
            throw new IOException("a packet of Opus is damaged", e);
        }
    }

    private short[] afterSkip(short[] heard) {
        int skip = Math.min(toSkip, heard.length);
        toSkip -= skip;
        return Arrays.copyOfRange(heard, skip, heard.length);
    }

    private static OpusDecoder newDecoder() {
        try {
            return new OpusDecoder(OpusHead.RATE_HZ, 1);
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
    }
}
