package dev.parley.bench.stub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Silence as MP3, bare or with the times of a text: each letter takes its even share. */
public final class Sound {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** MPEG-1 layer III, 128 kbit/s, 44,100 Hz, mono, no padding. */
    private static final byte[] HEAD = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, (byte) 0xC4};

    private static final int FRAME_BYTES = 417;
    private static final double FRAME_SECONDS = 1152 / 44_100.0;

    private Sound() {}

    /** All of an answer. */
    public static byte[] whole(Behaviour behaviour) {
        return frames(behaviour.pieces() * behaviour.frames());
    }

    static List<byte[]> plain(Behaviour behaviour) {
        byte[] piece = frames(behaviour.frames());
        return java.util.Collections.nCopies(behaviour.pieces(), piece);
    }

    /** A line of JSON for each piece. */
    static List<byte[]> timed(Behaviour behaviour, String text) {
        double pieceSeconds = behaviour.frames() * FRAME_SECONDS;
        double letterSeconds = pieceSeconds * behaviour.pieces() / text.length();
        String audio = Base64.getEncoder().encodeToString(frames(behaviour.frames()));
        List<byte[]> lines = new ArrayList<>();
        int letter = 0;
        for (int i = 0; i < behaviour.pieces(); i++) {
            ObjectNode line = MAPPER.createObjectNode().put("audio_base64", audio);
            ObjectNode alignment = line.putObject("alignment");
            var letters = alignment.putArray("characters");
            var starts = alignment.putArray("character_start_times_seconds");
            var ends = alignment.putArray("character_end_times_seconds");
            boolean last = i == behaviour.pieces() - 1;
            for (; letter < text.length() && (last || letter * letterSeconds < (i + 1) * pieceSeconds); letter++) {
                letters.add(text.substring(letter, letter + 1));
                starts.add(letter * letterSeconds);
                ends.add((letter + 1) * letterSeconds);
            }
            lines.add((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static byte[] frames(int count) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(HEAD);
            bytes.writeBytes(new byte[FRAME_BYTES - HEAD.length]);
        }
        return bytes.toByteArray();
    }
}
