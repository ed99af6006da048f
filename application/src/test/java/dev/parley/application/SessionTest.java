package dev.parley.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.session.Ending.Cause;
import dev.parley.application.session.RelayedSession;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionEnd;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second of sound costs a credit; the account has 100. */
@Timeout(20)
class SessionTest {

    private final Exchange exchange = new Exchange();
    private final World world = new World(exchange, new Studio("sandbox"));

    @Test
    void theMostIsHeldWhileItIsOpen() {
        try (var _ = open(60)) {
            assertThat(world.held()).isEqualTo(Credits.ofWhole(60));
        }
    }

    @Test
    void whatWasRelayedIsPaidAndTheRestGivenBack() {
        var session = open(60);
        session.send(Exchange.seconds(7));
        end(session);

        assertThat(world.spent()).isEqualTo(Credits.ofWhole(7));
        assertThat(world.held()).isEqualTo(Credits.NONE);
        assertThat(session.task().state()).isInstanceOf(Completed.class);
    }

    @Test
    void whoSaidNothingPaysNothing() {
        end(open(60));

        assertThat(world.spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void aFrameBeyondTheMostIsNotRelayedAndEndsIt() {
        try (var session = open(10)) {
            assertThat(session.send(Exchange.seconds(8))).isTrue();
            assertThat(session.send(Exchange.seconds(3))).isFalse();

            assertThat(exchange.hears).hasSize(1);
            assertThat(session.next()).isNull();
            assertThat(session.ending().orElseThrow().cause()).isEqualTo(Cause.SECONDS);
            assertThat(session.ending().orElseThrow().end().code()).isEqualTo(SessionEnd.POLICY);
        }
        assertThat(world.spent()).isEqualTo(Credits.ofWhole(8));
    }

    @Test
    void whoCannotPayTheMostGetsWhatTheyCanPay() {
        try (var session = open(600)) {
            assertThat(session.most().audio()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(100));
            assertThat(session.send(Exchange.seconds(101))).isFalse();
            assertThat(session.ending().orElseThrow().cause()).isEqualTo(Cause.CREDITS);
        }
    }

    @Test
    void whoCannotPayTenSecondsReachesNobody() {
        world.store.ledger().withdraw(world.caller.account(), Credits.ofWhole(95), "test", world.now);

        assertThatThrownBy(() -> open(60)).isInstanceOf(Refused.class);

        assertThat(exchange.opened).hasValue(0);
        assertThat(world.held()).isEqualTo(Credits.NONE);
    }

    @Test
    void aConnectionThatIsRefusedGivesTheHoldBack() {
        exchange.refuses = new Failure.Rejected("no such voice");

        assertThatThrownBy(() -> open(60)).isInstanceOf(Refused.class).hasMessageContaining("no such voice");

        assertThat(world.held()).isEqualTo(Credits.NONE);
        assertThat(world.allTasks().getFirst().state()).isInstanceOf(Failed.class);
    }

    @Test
    void anUpstreamThatBreaksBeforeItAnswersCostsNothing() {
        var session = open(60);
        session.send(Exchange.seconds(7));
        exchange.says.add(new Failure.Unavailable("cut off"));
        assertThat(session.next()).isNull();
        session.close();

        assertThat(session.task().state()).isInstanceOf(Failed.class);
        assertThat(world.spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void anUpstreamThatBreaksLaterIsPaidForWhatWasRelayed() {
        var session = open(60);
        session.send(Exchange.seconds(7));
        exchange.says.add(Frame.free("{}"));
        exchange.says.add(new Failure.Unavailable("cut off"));
        assertThat(session.next()).isNotNull();
        assertThat(session.next()).isNull();
        session.close();

        assertThat(session.ending().orElseThrow().cause()).isEqualTo(Cause.UPSTREAM_BROKE);
        assertThat(world.spent()).isEqualTo(Credits.ofWhole(7));
    }

    @Test
    void whatIsKnownNotToHaveGoneIsNotPaid() {
        var session = open(60);
        exchange.failsToHear = Failure.Unavailable.notRendered("gone before");
        assertThat(session.send(Exchange.seconds(7))).isFalse();
        end(session);

        assertThat(world.spent()).isEqualTo(Credits.NONE);
    }

    @Test
    void whatMayHaveGoneIsPaid() {
        var session = open(60);
        exchange.failsToHear = new Failure.Unavailable("gone meanwhile");
        assertThat(session.send(Exchange.seconds(7))).isFalse();
        end(session);

        assertThat(world.spent()).isEqualTo(Credits.ofWhole(7));
    }

    @Test
    void howTheUpstreamClosedItIsTold() {
        var session = open(60);
        exchange.says.add(new SessionEnd(1008, "quota"));
        assertThat(session.next()).isNull();
        session.close();

        assertThat(session.ending().orElseThrow().end()).isEqualTo(new SessionEnd(1008, "quota"));
    }

    @Test
    void silenceEndsIt() {
        try (var session = open(60)) {
            world.now = world.now.plus(world.limits.sessions().idle());
            world.sessions.tend();

            assertThat(session.next()).isNull();
            assertThat(session.ending().orElseThrow().cause()).isEqualTo(Cause.IDLE);
        }
    }

    @Test
    void aFrameKeepsItFromBeingIdle() {
        try (var session = open(60)) {
            world.now = world.now.plus(Duration.ofMinutes(2));
            session.send(Exchange.seconds(1));
            world.now = world.now.plus(Duration.ofMinutes(2));
            world.sessions.tend();

            assertThat(session.ending()).isEmpty();
        }
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        try (var session = open(60)) {
            world.now = world.now.plus(world.limits.sessions().total());
            session.send(Exchange.seconds(1));
            world.sessions.tend();

            assertThat(session.next()).isNull();
            assertThat(session.ending().orElseThrow().cause()).isEqualTo(Cause.TOO_LONG);
        }
    }

    @Test
    void aGatewayThatStopsSettlesWhatWasRelayed() {
        var session = open(60);
        session.send(Exchange.seconds(7));
        world.sessions.breakOff();
        assertThat(session.next()).isNull();
        session.close();

        assertThat(session.ending().orElseThrow().end().code()).isEqualTo(SessionEnd.RESTARTING);
        assertThat(world.spent()).isEqualTo(Credits.ofWhole(7));
    }

    @Test
    void aTaskThatIsCancelledEndsItsSession() {
        try (var session = open(60)) {
            world.cancel.cancel(world.caller, session.task().id().toString());

            assertThat(session.next()).isNull();
            assertThat(session.ending().orElseThrow().cause()).isEqualTo(Cause.CANCELLED);
        }
    }

    @Test
    void aProcessThatDiesGivesTheHoldBack() {
        var _ = open(60);
        world.leases.expireAll();

        assertThat(world.held()).isEqualTo(Credits.NONE);
    }

    @Test
    void anOpenSessionKeepsItsLease() {
        try (var session = open(60)) {
            world.now = world.now.plusSeconds(15);
            world.leases.keep();
            world.now = world.now.plusSeconds(15);
            world.leases.keep();

            assertThat(world.held()).isEqualTo(Credits.ofWhole(60));
            assertThat(session.ending()).isEmpty();
        }
    }

    @Test
    void closingTwiceSettlesOnce() {
        var session = open(60);
        session.send(Exchange.seconds(7));
        session.close();
        session.close();

        assertThat(world.spent()).isEqualTo(Credits.ofWhole(7));
        assertThat(world.sessions.open(world.caller.account())).isZero();
    }

    @Test
    void theRecordTellsHowMuchAndNothingOfWhat() throws Exception {
        var session = open(60);
        session.send(new Frame("{\"secret\":\"words\"}", Exchange.seconds(7).carries()));
        exchange.says.add(new SessionEnd(1000, "said \"all\""));
        assertThat(session.next()).isNull();
        session.close();

        assertThat(record(session))
                .contains("\"to_provider\":{\"frames\":1,\"characters\":0,\"milliseconds\":7000}")
                .contains("\"reason\":\"said \\u0022all\\u0022\"")
                .doesNotContain("words");
    }

    private RelayedSession open(int seconds) {
        return world.open.open(world.caller, Exchange.order(seconds));
    }

    private void end(RelayedSession session) {
        exchange.says.add(new SessionEnd(SessionEnd.NORMAL, ""));
        assertThat(session.next()).isNull();
        session.close();
    }

    private String record(RelayedSession session) throws Exception {
        var audio = ((Completed) session.task().state()).audio();
        try (var kept = world.store.audio().open(audio, 0).orElseThrow()) {
            return new String(kept.readAllBytes(), UTF_8);
        }
    }
}
