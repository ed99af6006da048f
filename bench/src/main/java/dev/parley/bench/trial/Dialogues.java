package dev.parley.bench.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What is to be spoken: turns of two sentences, by voices that take turns. */
final class Dialogues {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> VOICES = List.of("Rachel", "Antoni", "Bella", "Josh");
    private static final int TURN = 200;
    private static final List<String> SENTENCES = List.of(
            "The ferry leaves at a quarter past nine, and nobody has told the captain about the piano.",
            "She counted the apples twice, found one too many, and put it back without a word.",
            "If the letter comes today, read it aloud; if it does not, we shall write it ourselves.",
            "My brother keeps a map of every bakery in town, with the queues drawn in by hour.",
            "It rained for a week, then the river rose, and the old bridge sang all night long.");

    private Dialogues() {}

    /**
     * Exactly so many characters, in turns of two hundred.
     *
     * @param which the same number is the same text
     */
    static String of(int characters, int which) {
        var body = MAPPER.createObjectNode().put("model_id", "eleven_v3");
        var turns = body.putArray("inputs");
        for (int at = 0; at < characters; at += TURN) {
            int turn = at / TURN;
            turns.addObject()
                    .put("text", text(Math.min(TURN, characters - at), which + turn))
                    .put("voice_id", VOICES.get(turn % VOICES.size()));
        }
        return body.toString();
    }

    private static String text(int characters, int which) {
        var text = new StringBuilder("Number " + which + ".");
        for (int i = which; text.length() < characters; i++) {
            text.append(' ').append(SENTENCES.get(i % SENTENCES.size()));
        }
        text.setLength(characters - 1);
        return text.append('.').toString();
    }
}
