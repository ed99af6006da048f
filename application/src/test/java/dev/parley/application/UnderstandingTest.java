package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.submit.Order;
import dev.parley.application.submit.Preference;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.submit.PreparedOrder;
import dev.parley.application.submit.Understanding;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Draft;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.task.AttemptRecord.Bill;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that do not fit their model quite. */
class UnderstandingTest {

    private final World world = new World();

    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "0.2, 0", "0.9, 1", "0.25, 0.5"})
    void aStabilityBecomesTheNearestThatTheModelTakesWhereTheOperatorWantsThat(double asked, double becomes) {
        var prepared = prepared(dialogue(asked), RenderOptions.NONE, true);

        assertThat(((DialogueRequest) prepared.request()).dialogue().settings().stability())
                .isEqualTo(becomes);
        assertThat(prepared.warnings()).singleElement().asString().contains(asked + " became " + becomes);
    }

    @Test
    void otherwiseItIsRefused() {
        assertThat(refusal(dialogue(0.3), RenderOptions.NONE, false)).startsWith("stability must be one of 0, 0.5, 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsPromisedUnderANameIsTakenWhereItsProviderTakesLess(boolean snaps) {
        var provider = new ScriptedProvider("steps", "elevenlabs-v3");
        provider.stability = StabilityRule.STEPS;
        var order = new Order("elevenlabs-v3", dialogue(0.3), RenderOptions.NONE, Delivery.WHOLE, null, null);

        var prepared = prepare(provider, snaps).prepare(world.caller, order);

        assertThat(((DialogueRequest) prepared.request()).dialogue().settings().stability())
                .isEqualTo(0.5);
        assertThat(prepared.warnings()).singleElement().asString().endsWith("0.3 became 0.5.");
    }

    @Test
    void noStabilityOutOfBoundsIsMended() {
        assertThat(refusal(dialogue(1.1), RenderOptions.NONE, true)).startsWith("stability ");
    }

    @Test
    void whatTheModelDoesNotTakeIsLeftOutAndNamed() {
        var prepared = prepared(dialogue(0.5), asking(7L, List.of("a")), false);

        assertThat(prepared.request().asked()).isEmpty();
        assertThat(prepared.warnings())
                .containsExactlyInAnyOrder(
                        "The model " + World.MODEL + " does not take 'seed' here: it was left out.",
                        "The model " + World.MODEL + " does not take 'previous_request_ids' here: it was left out.");
    }

    @Test
    void whatTheModelTakesReachesIt() {
        world.provider.options = Set.of(RenderOption.SEED);

        var prepared = prepared(dialogue(0.5), asking(RenderOptions.SEED_MAX, List.of()), false);

        assertThat(((SpokenRequest) prepared.request()).options().seed()).isEqualTo(RenderOptions.SEED_MAX);
        assertThat(prepared.warnings()).isEmpty();
    }

    @Test
    void earlierRequestsAreNamedToTheProviderByItsOwnIds() {
        world.provider.options = Set.of(RenderOption.PREVIOUS_REQUESTS);
        world.provider.onRender = attempt -> attempt.receipt().billed("upstream-7", null, null);
        world.listen(World.order("Hello"));
        var own = world.allTasks().getFirst().id().toString();

        var prepared = prepared(dialogue(0.5), asking(null, List.of(own, "upstream-7")), false);

        assertThat(((SpokenRequest) prepared.request()).options().surroundings().previousRequests())
                .containsExactly("upstream-7");
        assertThat(prepared.warnings()).singleElement().asString().contains("no rendering 'upstream-7' of yours");
        assertThat(world.lastAttempt(world.allTasks().getFirst()).ending())
                .extracting(ending -> ending.bill())
                .isEqualTo(new Bill("upstream-7", null, null));
    }

    @Test
    void somebodyElsesRequestIsLeftOut() {
        world.provider.options = Set.of(RenderOption.PREVIOUS_REQUESTS);
        world.provider.onRender = attempt -> attempt.receipt().billed("upstream-7", null, null);
        world.listen(World.order("Hello"));
        var theirs = world.allTasks().getFirst().id().toString();

        var prepared = prepare(world.provider, false)
                .prepare(new Caller("acc_2", "key_2"), order(dialogue(0.5), asking(null, List.of(theirs))));

        assertThat(((SpokenRequest) prepared.request()).options().surroundings().previousRequests())
                .isEmpty();
    }

    @Test
    void speechIsADialogueOfOneTurnWhereTheModelKnowsNothingElse() {
        var speech = new SpeechDraft("Hello", "Bob", 1.0, null, 0.4, null, 1.2, null);

        var prepared = prepared(speech, RenderOptions.NONE, false);

        var dialogue = ((DialogueRequest) prepared.request()).dialogue();
        assertThat(dialogue.turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.text()).isEqualTo("Hello"));
        assertThat(dialogue.settings().stability()).isEqualTo(1);
        assertThat(prepared.warnings())
                .containsExactlyInAnyOrder(
                        "The model " + World.MODEL + " does not take 'style' here: it was left out.",
                        "The model " + World.MODEL + " does not take 'speed' here: it was left out.");
    }

    @ParameterizedTest
    @CsvSource({"-1, seed", "4294967296, seed"})
    void anOptionOutOfBoundsIsRefusedByItsName(long seed, String field) {
        assertThat(refusal(dialogue(0.5), asking(seed, List.of()), false)).startsWith(field + " ");
    }

    @Test
    void moreThanThreeEarlierRequestsAreRefused() {
        assertThat(refusal(dialogue(0.5), asking(null, List.of("a", "b", "c", "d")), false))
                .startsWith("previous_request_ids ");
    }

    private PrepareOrder prepare(ScriptedProvider provider, boolean snaps) {
        var providers = new Providers(Map.of("scripted", provider));
        return new PrepareOrder(
                new Catalog(providers, World.TARIFF),
                providers,
                new Understanding(world.store.tasks(), world.store.attempts(), snaps),
                new Preference(() -> 0L),
                World::complaint,
                world.store.createdVoices());
    }

    private PreparedOrder prepared(Draft draft, RenderOptions options, boolean snaps) {
        return prepare(world.provider, snaps).prepare(world.caller, order(draft, options));
    }

    private String refusal(Draft draft, RenderOptions options, boolean snaps) {
        var refused = catchThrowableOfType(Refused.class, () -> prepared(draft, options, snaps));
        return refused.refusal() instanceof Refusal.Invalid(String field, String message)
                ? field + " " + message
                : refused.refusal().toString();
    }

    private static Order order(Draft draft, RenderOptions options) {
        return new Order(World.MODEL, draft, options, Delivery.WHOLE, null, null);
    }

    private static DialogueDraft dialogue(double stability) {
        return new DialogueDraft(List.of(new DraftTurn("Hello", "Ann")), stability, null);
    }

    private static RenderOptions asking(@org.jspecify.annotations.Nullable Long seed, List<String> previous) {
        return new RenderOptions(
                seed,
                null,
                null,
                new Surroundings(null, null, previous, List.of()),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }
}
