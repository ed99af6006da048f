package dev.parley.adapters.audio;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.ID3Tag;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.LameGlobalFlags;
import de.sciss.jump3r.mp3.MPEGMode;
import de.sciss.jump3r.mp3.Presets;
import de.sciss.jump3r.mp3.Quantize;
import de.sciss.jump3r.mp3.QuantizePVT;
import de.sciss.jump3r.mp3.Reservoir;
import de.sciss.jump3r.mp3.Takehiro;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.VbrMode;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.MPGLib;
import dev.parley.ports.audio.AudioEncoder;
import java.io.ByteArrayOutputStream;

/**
 * MPEG layer III by LAME. LAME is driven by hand because jump3r's own front end lowers the sample rate where the bitrate
 * is low, and because a stream needs neither a tag nor a Xing frame. It keeps no state outside of its instances but a
 * window, which everybody fills with the same numbers.
 */
final class Mp3Encoder implements AudioEncoder {

    /** Between a sample's place in the input and in what a decoder plays: LAME waits for 576, a decoder for 529. */
    static final int DELAY_SAMPLES = 576 + 529;

    private static final int SLICE_SAMPLES = 1152;

    /** LAME's own bound on what one slice can become. */
    private static final int SLICE_BYTES = SLICE_SAMPLES * 5 / 4 + 7200;

    private static final int QUALITY = 5;

    private final Lame lame = new Lame();
    private final LameGlobalFlags settings;
    private final byte[] room = new byte[SLICE_BYTES];

    Mp3Encoder(int rateHz, int bitrateKbps) {
        connect(lame);
        this.settings = lame.lame_init();
        settings.num_channels = 1;
        settings.mode = MPEGMode.MONO;
        settings.in_samplerate = rateHz;
        settings.out_samplerate = rateHz;
        settings.VBR = VbrMode.vbr_off;
        settings.brate = bitrateKbps == 240 ? 256 : bitrateKbps; // MPEG-1 layer III has no 240: the next better.
        settings.quality = QUALITY;
        settings.bWriteVbrTag = false;
        settings.write_id3tag_automatic = false;
        if (lame.lame_init_params(settings) < 0) {
            throw new IllegalArgumentException("LAME has no mp3 of " + rateHz + " Hz and " + bitrateKbps + " kbit/s");
        }
    }

    @Override
    public byte[] encode(short[] samples) {
        var bytes = new ByteArrayOutputStream();
        int[] slice = new int[SLICE_SAMPLES];
        for (int at = 0; at < samples.length; at += SLICE_SAMPLES) {
            int count = Math.min(SLICE_SAMPLES, samples.length - at);
            for (int i = 0; i < count; i++) {
                slice[i] = samples[at + i] << 16;
            }
            write(lame.lame_encode_buffer_int(settings, slice, slice, count, room, 0, room.length), bytes);
        }
        return bytes.toByteArray();
    }

    @Override
    public byte[] finish() {
        var bytes = new ByteArrayOutputStream();
        write(lame.lame_encode_flush(settings, room, 0, room.length), bytes);
        lame.lame_close(settings);
        return bytes.toByteArray();
    }

    @Override
    public long delayMillis() {
        return Math.round(DELAY_SAMPLES * 1000.0 / settings.out_samplerate);
    }

    private void write(int length, ByteArrayOutputStream bytes) {
        if (length < 0) {
            throw new IllegalStateException("LAME failed with " + length);
        }
        bytes.write(room, 0, length);
    }

    private static void connect(Lame lame) {
        var gain = new GainAnalysis();
        var bits = new BitStream();
        var presets = new Presets();
        var quantizeTables = new QuantizePVT();
        var quantize = new Quantize();
        var vbrTag = new VBRTag();
        var version = new Version();
        var id3 = new ID3Tag();
        var reservoir = new Reservoir();
        var huffman = new Takehiro();
        var decoder = new MPGLib();
        lame.setModules(gain, bits, presets, quantizeTables, quantize, vbrTag, version, id3, decoder);
        bits.setModules(gain, decoder, version, vbrTag);
        id3.setModules(bits, version);
        presets.setModules(lame);
        quantize.setModules(bits, reservoir, quantizeTables, huffman);
        quantizeTables.setModules(huffman, reservoir, lame.enc.psy);
        reservoir.setModules(bits);
        huffman.setModules(quantizeTables);
        vbrTag.setModules(lame, bits, version);
    }
}
