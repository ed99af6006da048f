package dev.parley.adapters.proxies.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.render.RenderRequest;
import java.util.List;

/** The JSON that resellers agree on. */
public final class Dialogues {

    private Dialogues() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws IllegalArgumentException for what has one voice only */
    public static DialogueRequest of(RenderRequest request) {
        if (request instanceof DialogueRequest dialogue) {
            return dialogue;
        }
        throw new IllegalArgumentException("this model has dialogues only");
    }

    /** As {@code [{"text": ..., "voice": ...}]}. */
    public static void putTurns(ObjectNode into, List<Turn> turns) {
        var array = into.putArray("dialogue");
        for (Turn turn : turns) {
            array.addObject().put("text", turn.text()).put("voice", turn.voice().voice());
        }
    }
}
