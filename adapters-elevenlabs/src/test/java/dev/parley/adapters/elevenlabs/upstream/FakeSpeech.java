package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.TestAudio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is heard for a text: an even tone, {@value #MILLIS} ms for each character, and exactly when. */
public final class FakeSpeech {

    /** For one code point. */
    public static final int MILLIS = 60;

    /** What a line of a stream covers. */
    private static final int LINE_CHARACTERS = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, byte[]> TONES = new ConcurrentHashMap<>();

    private final AudioFormat format;
    private final boolean dialogue;
    private final List<String> characters = new ArrayList<>();
    private final List<Integer> turns = new ArrayList<>();
    private final List<String> voices = new ArrayList<>();

    /** @param path as in the contract; a speech names its voice there */
    public FakeSpeech(String path, JsonNode body, AudioFormat format) {
        this.format = format;
        this.dialogue = body.has("inputs");
        if (dialogue) {
            body.path("inputs")
                    .forEach(turn -> add(
                            turn.path("text").asText(), turn.path("voice_id").asText()));
        } else {
            add(body.path("text").asText(), path.split("/", -1)[3]);
        }
    }

    private void add(String text, String voice) {
        int turn = voices.size();
        voices.add(voice);
        text.codePoints().forEach(character -> {
            characters.add(Character.toString(character));
            turns.add(turn);
        });
    }

    public int length() {
        return characters.size();
    }

    /** All of it. */
    public byte[] audio() {
        return TONES.computeIfAbsent(
                format + ":" + length(), _ -> TestAudio.tone(format, Duration.ofMillis((long) length() * MILLIS)));
    }

    /** The whole answer with timings. */
    public byte[] whole(@Nullable Fault fault) {
        return object(audio(), 0, length(), fault).toString().getBytes(UTF_8);
    }

    /** The lines of a stream with timings. */
    public List<byte[]> lines(@Nullable Fault fault) {
        List<byte[]> lines = new ArrayList<>();
        byte[] audio = audio();
        int from = 0;
        for (int first = 0; first < length(); first += LINE_CHARACTERS) {
            int end = Math.min(length(), first + LINE_CHARACTERS);
            int to = end == length() ? audio.length : (int) ((long) audio.length * end / length());
            lines.add(line(object(Arrays.copyOfRange(audio, from, to), first, end, fault)));
            if (fault instanceof Fault.DuplicatedTimings twice && first * MILLIS > twice.afterSeconds() * 1000) {
                lines.add(line(object(new byte[0], first, end, fault)));
            }
            from = to;
        }
        return lines;
    }

    private static byte[] line(ObjectNode object) {
        return (object + "\n").getBytes(UTF_8);
    }

    private ObjectNode object(byte[] audio, int first, int end, @Nullable Fault fault) {
        ObjectNode object = MAPPER.createObjectNode();
        String base64 = Base64.getEncoder().encodeToString(audio);
        boolean cut = fault instanceof Fault.TruncatedBase64 && end == length();
        object.put("audio_base64", cut ? base64.substring(0, base64.length() - 3) : base64);
        if (fault instanceof Fault.NoTimings) {
            object.putNull("alignment").putNull("normalized_alignment");
        } else {
            object.set("alignment", alignment(first, end, fault));
            object.set("normalized_alignment", alignment(first, end, fault));
        }
        if (dialogue) {
            object.set(
                    "voice_segments",
                    fault instanceof Fault.NoTimings ? MAPPER.createArrayNode() : segments(first, end));
        }
        return object;
    }

    private ObjectNode alignment(int first, int end, @Nullable Fault fault) {
        ObjectNode alignment = MAPPER.createObjectNode();
        ArrayNode texts = alignment.putArray("characters");
        ArrayNode starts = alignment.putArray("character_start_times_seconds");
        ArrayNode ends = alignment.putArray("character_end_times_seconds");
        int origin = fault instanceof Fault.RelativeTimings ? first : 0;
        boolean flawed = fault instanceof Fault.DuplicatedTimings twice && first * MILLIS > twice.afterSeconds() * 1000;
        for (int i = first; i < end; i++) {
            texts.add(characters.get(i));
            starts.add(seconds(i - origin));
            ends.add(seconds(flawed && i % 5 == 0 ? i - origin : i + 1 - origin));
        }
        return alignment;
    }

    private ArrayNode segments(int first, int end) {
        ArrayNode segments = MAPPER.createArrayNode();
        for (int i = first; i < end; ) {
            int turn = turns.get(i);
            int last = i;
            while (last < end && turns.get(last) == turn) {
                last++;
            }
            segments.addObject()
                    .put("voice_id", voices.get(turn))
                    .put("start_time_seconds", seconds(i))
                    .put("end_time_seconds", seconds(last))
                    .put("character_start_index", i - first)
                    .put("character_end_index", last - first)
                    .put("dialogue_input_index", turn);
            i = last;
        }
        return segments;
    }

    private static double seconds(int characters) {
        return characters * MILLIS / 1000.0;
    }
}
