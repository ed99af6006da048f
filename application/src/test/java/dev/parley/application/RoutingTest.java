package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.catalog.PublicModel.Choice;
import dev.parley.application.catalog.RoutingRule;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Route;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One public model that two providers serve: "scripted" for 10 credits per 1,000 characters, "some-other" for 5.
 */
@Timeout(30)
class RoutingTest {

    private static final String TEXT = "x".repeat(1000);

    private final World world = new World(rule(Choice.ORDER));

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void theDearestCandidateIsHeldAndTheDeliveringOnePaid() throws Exception {
        world.provider.failNextStart(Failure.Unavailable.notRendered("down"));
        var task = world.submit.submit(world.caller, World.order(TEXT));
        assertThat(world.held()).isEqualTo(Credits.ofWhole(10));

        var done = ended(task);

        assertThat(done.provider()).isEqualTo("some-other");
        assertThat(((Completed) done.state()).cost()).isEqualTo(Credits.ofWhole(5));
        assertThat(world.spent()).isEqualTo(Credits.ofWhole(5));
        assertThat(world.held()).isEqualTo(Credits.NONE);
    }

    @ParameterizedTest
    @MethodSource("failuresKnownNotToHaveRendered")
    void whatIsKnownNotToHaveRenderedGoesElsewhereAtOnce(Failure failure) throws Exception {
        world.provider.failNextStart(failure);

        var done = ended(world.submit.submit(world.caller, World.order("Hello")));

        assertThat(done.state()).isInstanceOf(Completed.class);
        assertThat(world.store.attempts().list(done.id()))
                .extracting(AttemptRecord::provider)
                .containsExactly("scripted", "some-other");
    }

    static Stream<Failure> failuresKnownNotToHaveRendered() {
        return Stream.of(
                new Failure.Throttled("slow down", Duration.ofHours(1)),
                Failure.Unavailable.notRendered("down"),
                new Failure.Misconfigured("bad key"));
    }

    @Test
    void whatMayHaveBeenRenderedIsNotAskedOfAnother() {
        world.provider.failNextStart(new Failure.Unavailable("no answer"));

        world.listen(World.order("Hello"));

        assertThat(world.provider.attempts).hasSize(2);
        assertThat(world.other.attempts).isEmpty();
    }

    @Test
    void whatMayHaveBeenRenderedIsNotAskedOfAnotherWhereTheFirstIsFull() {
        world.provider.failNextStart(new Failure.Unavailable("no answer"));
        world.provider.onRender = _ -> world.atOnce = 0;

        assertThatThrownBy(() -> world.listen(World.order("Hello"))).isInstanceOf(Refused.class);

        assertThat(world.other.attempts).isEmpty();
        assertThat(world.held()).isEqualTo(Credits.NONE);
    }

    @Test
    void aRejectionIsNotShoppedAround() throws Exception {
        world.provider.failNextStart(new Failure.Rejected("prohibited"));

        var done = ended(world.submit.submit(world.caller, World.order("Hello")));

        assertThat(done.state()).isInstanceOf(Failed.class);
        assertThat(done.provider()).isEqualTo("scripted");
        assertThat(world.other.attempts).isEmpty();
    }

    @Test
    void aFullProviderIsPassedOver() {
        world.atOnce = 1;
        try (var first = world.stream.open(world.caller, World.order("Hello", "you"), null)) {
            first.next();

            assertThat(world.listen(World.order("Hello"))).isEqualTo("Hello");
        }

        assertThat(world.other.attempts).hasSize(1);
    }

    @Test
    void aRestingProviderIsPassedOver() {
        for (int i = 0; i < 10; i++) {
            world.provider.failNextStart(Failure.Unavailable.notRendered("down"));
            world.listen(World.order("Hello"));
        }
        int asked = world.provider.attempts.size();

        world.listen(World.order("Hello"));

        assertThat(world.provider.attempts).hasSize(asked);
        assertThat(world.other.attempts).hasSize(11);
    }

    @Test
    void aListenerIsServedByTheOtherBeforeTheyHaveHeardAnything() {
        world.provider.failNextStart(new Failure.Throttled("slow down", Duration.ofHours(1)));

        assertThat(world.listen(World.order(TEXT))).isEqualTo(TEXT);

        assertThat(world.spent()).isEqualTo(Credits.ofWhole(5));
    }

    @Test
    void whoHasHeardSomethingIsServedByNobodyElse() {
        world.provider.failAfterTurns = 1;

        assertThatThrownBy(() -> world.listen(World.order("Hello", "you"))).isInstanceOf(Refused.class);

        assertThat(world.other.attempts).isEmpty();
        assertThat(world.spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void whereAllFailTheCallerPaysNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            world.provider.failNextStart(new Failure.Misconfigured("bad key"));
            world.other.failNextStart(new Failure.Misconfigured("bad key"));
        }

        var done = ended(world.submit.submit(world.caller, World.order("Hello")));

        assertThat(done.state()).isInstanceOf(Failed.class);
        assertThat(world.provider.attempts).hasSize(1);
        assertThat(world.other.attempts).hasSize(1);
        assertThat(world.available()).isEqualTo(Credits.ofWhole(100));
    }

    @Test
    void byPriceTheCheapestIsAskedFirst() {
        try (var byPrice = new World(rule(Choice.PRICE))) {
            assertThat(firstAsked(byPrice)).isEqualTo("some-other");
        }
    }

    @Test
    void aCandidateThatCannotSpeakIsPassedOver() {
        var unknownToOther = new World(rule(Choice.ORDER));
        unknownToOther.other.voices = List.of();

        var routes = unknownToOther
                .prepare
                .prepare(unknownToOther.caller, World.orderWithVoice("Ann"))
                .routes();

        assertThat(routes.all()).extracting(Route::provider).containsExactly("scripted");
        unknownToOther.close();
    }

    private static String firstAsked(World world) {
        return world.prepare
                .prepare(world.caller, World.order("Hello"))
                .routes()
                .current()
                .provider();
    }

    private Task ended(Task task) throws InterruptedException {
        world.worker.start();
        return world.await(task, TaskState.Final.class::isInstance);
    }

    private static RoutingRule rule(Choice choice) {
        var providers = new LinkedHashMap<String, Integer>();
        providers.put("scripted", 3);
        providers.put("some-other", 1);
        return new RoutingRule(choice, providers);
    }
}
