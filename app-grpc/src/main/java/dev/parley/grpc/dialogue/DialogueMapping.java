package dev.parley.grpc.dialogue;

import dev.parley.application.notify.TaskShape;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTimings;
import dev.parley.v1.EstimateDialogueRequest;
import dev.parley.v1.Quote;
import dev.parley.v1.StreamDialogueRequest;
import dev.parley.v1.StreamDialogueResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders from the proto, and what is told of them. */
public final class DialogueMapping {

    private static final Delivery LISTENING = new Delivery(true, true);

    private DialogueMapping() {}

    static Order order(EstimateDialogueRequest request) {
        return order(request.getModel(), request.getInput(), null);
    }

    static Order order(StreamDialogueRequest request) {
        var order = order(request.getModel(), request.getInput(), null);
        return new Order(order.model(), order.draft(), order.options(), LISTENING, order.format(), order.callback());
    }

    static Order order(CreateTaskRequest request) {
        return order(request.getModel(), request.getInput(), callback(present(request.getCallbackUrl())));
    }

    /** A price, told. */
    public static Quote quote(dev.parley.domain.ledger.Quote quote, int characters) {
        return Quote.newBuilder()
                .setModel(quote.model())
                .setCharacters(characters)
                .setCreditsMicros(quote.price().micros())
                .build();
    }

    static StreamDialogueResponse timings(List<VoiceSegment> segments) {
        var timings = DialogueTimings.newBuilder();
        segments.forEach(segment -> timings.addSegments(dev.parley.v1.VoiceSegment.newBuilder()
                .setTurn(segment.turn())
                .setFirstCharacter(segment.firstCharacter())
                .addAllStartMillis(segment.characters().stream()
                        .map(CharacterTime::startMillis)
                        .toList())
                .addAllEndMillis(segment.characters().stream()
                        .map(CharacterTime::endMillis)
                        .toList())));
        return StreamDialogueResponse.newBuilder().setTimings(timings).build();
    }

    private static Order order(String model, DialogueInput input, @Nullable CallbackDraft callback) {
        var draft = new DialogueDraft(
                turns(input), input.hasStability() ? input.getStability() : null, present(input.getLanguageCode()));
        return new Order(present(model), draft, present(input.getOutputFormat()), callback);
    }

    private static @Nullable CallbackDraft callback(@Nullable String url) {
        return url == null ? null : new CallbackDraft(url, TaskShape.NATIVE, false);
    }

    private static List<DraftTurn> turns(DialogueInput input) {
        List<DraftTurn> turns = new ArrayList<>(input.getDialogueCount());
        for (int i = 0; i < input.getDialogueCount(); i++) {
            var turn = input.getDialogue(i);
            if (turn.getVoice().isEmpty()) {
                // Other dialects leave the choice to the gateway; this one does not.
                throw Refused.invalid("dialogue[" + i + "].voice", "is required.");
            }
            turns.add(new DraftTurn(turn.getText(), turn.getVoice()));
        }
        return turns;
    }

    /** Proto has no absent strings. */
    private static @Nullable String present(String value) {
        return value.isEmpty() ? null : value;
    }
}
