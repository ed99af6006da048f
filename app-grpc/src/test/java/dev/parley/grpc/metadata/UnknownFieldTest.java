package dev.parley.grpc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.EstimateDialogueRequest;
import org.junit.jupiter.api.Test;

class UnknownFieldTest {

    @Test
    void aMessageWithoutThemHasNone() {
        assertThat(UnknownField.in(request(DialogueTurn.getDefaultInstance()))).isEmpty();
    }

    @Test
    void theyAreFoundAtEveryDepth() {
        var turn = DialogueTurn.newBuilder().setUnknownFields(numbers(7, 7)).build();
        var request = request(turn).toBuilder().setUnknownFields(numbers(9, 9)).build();

        assertThat(UnknownField.in(request))
                .containsExactly(
                        new UnknownField("9", 9, "parley.v1.EstimateDialogueRequest"),
                        new UnknownField("input.dialogue[0].7", 7, "parley.v1.DialogueTurn"));
    }

    @Test
    void noMoreThanTenAreCollected() {
        var flood = request(DialogueTurn.getDefaultInstance()).toBuilder()
                .setUnknownFields(numbers(100, 5000))
                .build();

        assertThat(UnknownField.in(flood)).hasSize(10);
    }

    private static EstimateDialogueRequest request(DialogueTurn turn) {
        return EstimateDialogueRequest.newBuilder()
                .setInput(DialogueInput.newBuilder().addDialogue(turn))
                .build();
    }

    private static UnknownFieldSet numbers(int first, int last) {
        var fields = UnknownFieldSet.newBuilder();
        for (int number = first; number <= last; number++) {
            fields.addField(
                    number, UnknownFieldSet.Field.newBuilder().addVarint(1).build());
        }
        return fields.build();
    }
}
