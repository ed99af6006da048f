package dev.parley.grpc.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.notify.TaskShape;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DialogueMappingTest {

    @Property(tries = 200)
    void anOrderSurvivesTheProto(@ForAll("orders") Order order) {
        assertThat(DialogueMapping.order(request(order))).isEqualTo(order);
    }

    @Property(tries = 200)
    void segmentsSurviveTheProto(@ForAll("segments") List<VoiceSegment> segments) {
        assertThat(DialogueMapping.timings(segments).getTimings().getSegmentsList().stream()
                        .map(DialogueMappingTest::segment))
                .isEqualTo(segments);
    }

    @Example
    void aTurnWithoutVoiceIsRefusedByItsIndex() {
        var input = DialogueInput.newBuilder()
                .addDialogue(DialogueTurn.newBuilder().setText("a").setVoice("Ann"))
                .addDialogue(DialogueTurn.newBuilder().setText("b"));

        assertThatThrownBy(() -> DialogueMapping.order(
                        CreateTaskRequest.newBuilder().setInput(input).build()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.Invalid("dialogue[1].voice", "is required.")));
    }

    @Provide
    Arbitrary<Order> orders() {
        var texts = Arbitraries.strings().ofMaxLength(20).excludeChars(surrogates());
        var names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(10);
        var turns = Combinators.combine(texts, names).as(DraftTurn::new).list().ofMaxSize(5);
        var drafts = Combinators.combine(turns, Arbitraries.doubles().injectNull(0.3), names.injectNull(0.3))
                .as(DialogueDraft::new);
        var callbacks = names.map(url -> new CallbackDraft(url, TaskShape.NATIVE, false));
        return Combinators.combine(names.injectNull(0.3), drafts, names.injectNull(0.3), callbacks.injectNull(0.3))
                .as(Order::new);
    }

    @Provide
    Arbitrary<List<VoiceSegment>> segments() {
        var times = Combinators.combine(
                        Arbitraries.longs().between(0, 1L << 40),
                        Arbitraries.longs().between(0, 1000))
                .as((start, length) -> new CharacterTime(start, start + length));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 5000),
                        times.list().ofMinSize(1).ofMaxSize(5))
                .as(VoiceSegment::new)
                .list()
                .ofMaxSize(5);
    }

    /** Halves of pairs cannot be written in UTF-8, so no proto carries them. */
    private static char[] surrogates() {
        var surrogates = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < surrogates.length; i++) {
            surrogates[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return surrogates;
    }

    private static CreateTaskRequest request(Order order) {
        var input = DialogueInput.newBuilder();
        var draft = (DialogueDraft) order.draft();
        draft.turns()
                .forEach(turn -> input.addDialogue(
                        DialogueTurn.newBuilder().setText(turn.text()).setVoice(Objects.requireNonNull(turn.voice()))));
        var stability = draft.stability();
        if (stability != null) {
            input.setStability(stability);
        }
        input.setLanguageCode(Objects.requireNonNullElse(draft.languageCode(), ""));
        input.setOutputFormat(Objects.requireNonNullElse(order.format(), ""));
        return CreateTaskRequest.newBuilder()
                .setModel(Objects.requireNonNullElse(order.model(), ""))
                .setInput(input)
                .setCallbackUrl(order.callback() == null ? "" : order.callback().url())
                .build();
    }

    private static VoiceSegment segment(dev.parley.v1.VoiceSegment segment) {
        List<CharacterTime> times = new ArrayList<>();
        for (int i = 0; i < segment.getStartMillisCount(); i++) {
            times.add(new CharacterTime(segment.getStartMillis(i), segment.getEndMillis(i)));
        }
        return new VoiceSegment(segment.getTurn(), segment.getFirstCharacter(), times);
    }
}
