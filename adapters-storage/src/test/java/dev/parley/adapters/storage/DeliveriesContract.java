package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Stand;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Deliveries.Room;
import dev.parley.ports.store.Deliveries.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Deliveries} keeps. */
public abstract class DeliveriesContract {
    private static final Wanted ALL = new Wanted(null, null, null, null, null, null);
    private static final Instant LATER = NOON.plusSeconds(30);
    private static final Destination HERE = new Destination("https://here.example:443");
    private static final Destination THERE = new Destination("https://there.example:443");

    private Stores stores;
    private Deliveries deliveries;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
        deliveries = stores.deliveries();
    }

    @Test
    void aDeliveryIsFoundAsItWasAdded() {
        var toCallback = added(HERE, NOON);
        var toEndpoint = added(Delivery.of(event(NOON), new Receiver.Registered("ep_1"), HERE));
        var test = added(Delivery.of(
                Event.of(EventType.WEBHOOK_TEST, ACCOUNT, null, NOON), new Receiver.Registered("ep_1"), HERE));

        for (var added : List.of(toCallback, toEndpoint, test)) {
            assertThat(deliveries.find(added.id())).contains(added);
        }
        assertThat(deliveries.find("msg_none")).isEmpty();
    }

    @Test
    void aReceiverIsToldOfAnEventUnderOneId() {
        var event = event(NOON);
        added(Delivery.of(event, new Receiver.OfTask(), HERE));
        added(Delivery.of(event, new Receiver.Registered("ep_1"), HERE));

        assertThatThrownBy(() -> added(Delivery.of(event, new Receiver.OfTask(), HERE)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> added(Delivery.of(event, new Receiver.Registered("ep_1"), HERE)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsDueIsClaimedOnce() {
        var due = added(HERE, NOON);
        added(HERE, NOON.plusMillis(1));

        assertThat(claim(NOON)).containsExactly(due.claimed(LATER));
        assertThat(claim(NOON)).isEmpty();
        assertThat(deliveries.find(due.id())).contains(due.claimed(LATER));
    }

    @Test
    void theOldestDestinationComesFirstAndNoMoreThanAskedFor() {
        added(HERE, NOON);
        var first = added(THERE, NOON.minusSeconds(1));

        assertThat(deliveries.claim(NOON, LATER, new Room(1, 4, 64))).containsExactly(first.claimed(LATER));
    }

    @Test
    void aBacklogStandsBeforeNobodyElse() {
        IntStream.range(0, 50).forEach(n -> added(HERE, NOON.minusSeconds(100 - n)));
        var other = added(THERE, NOON);

        assertThat(destinations(claim(NOON))).containsExactlyInAnyOrder(HERE, HERE, HERE, HERE, THERE);
        assertThat(claim(NOON)).isEmpty();
        assertThat(deliveries.find(other.id())).contains(other.claimed(LATER));
    }

    @Test
    void anAccountWithManyDestinationsStandsBeforeNobodyElse() {
        IntStream.range(0, 300)
                .forEach(n -> added(new Destination("https://h" + n + ".example:443"), NOON.minusSeconds(400 - n)));
        var other = new Event("evt_other", EventType.TASK_COMPLETED, "acc_other", UUID.randomUUID(), NOON);
        var others = Delivery.of(other, new Receiver.OfTask(), THERE);
        deliveries.add(others);

        var claimed = deliveries.claim(NOON, LATER, new Room(256, 4, 64));

        assertThat(claimed).hasSize(65).contains(others.claimed(LATER));
        assertThat(deliveries.claim(NOON, LATER, new Room(256, 4, 64))).isEmpty();
    }

    @Test
    void eachThatEndsMakesRoomForOne() {
        IntStream.range(0, 9).forEach(n -> added(HERE, NOON));
        var first = claim(NOON).getFirst();
        deliveries.save(first.in(new Delivered(NOON)), null);

        assertThat(claim(NOON)).hasSize(1);
    }

    @Test
    void noneIsClaimedTwiceHoweverManyClaim() {
        IntStream.range(0, 40).forEach(n -> added(new Destination("https://example.org:" + n), NOON));

        var claimed = Race.of(8, _ -> deliveries.claim(NOON, LATER, new Room(10, 4, 64)));

        assertThat(claimed.stream().flatMap(List::stream).map(Delivery::id)).doesNotHaveDuplicates();
    }

    @Test
    void whatADeadProcessHeldIsClaimedAgain() {
        added(HERE, NOON);
        var lost = claim(NOON).getFirst();

        assertThat(deliveries.claim(LATER, LATER, new Room(9, 4, 64))).isEmpty();
        var again = deliveries
                .claim(LATER.plusMillis(1), LATER.plusSeconds(30), new Room(9, 4, 64))
                .getFirst();
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(deliveries.save(lost.in(new Delivered(NOON)), null)).isFalse();
        assertThat(deliveries.find(lost.id())).contains(again);
    }

    @Test
    void aStartEndsAllLeases() {
        added(HERE, NOON);
        var lost = claim(NOON).getFirst();
        deliveries.recover(NOON);

        assertThat(deliveries.find(lost.id()).orElseThrow().state()).isEqualTo(new Waiting(0, NOON));
        assertThat(claim(NOON)).hasSize(1);
    }

    @Test
    void aStateIsSavedWithItsAttempt() {
        added(HERE, NOON);
        var failed = claim(NOON).getFirst();
        var refused =
                new DeliveryAttempt(1, NOON, Duration.ofMillis(12), new Answered(503, Duration.ofSeconds(9), "busy"));
        var waiting = failed.after(refused.outcome(), NOON, 0.5);
        assertThat(deliveries.save(waiting, refused)).isTrue();
        var second = deliveries.claim(LATER, LATER, new Room(9, 4, 64)).getFirst();
        var silent = new DeliveryAttempt(2, LATER, Duration.ofSeconds(15), new Unanswered("No answer."));
        assertThat(deliveries.save(second.dead("given up", LATER), silent)).isTrue();

        assertThat(deliveries.find(failed.id())).contains(second.dead("given up", LATER));
        assertThat(deliveries.attempts(failed.id())).containsExactly(refused, silent);
        assertThat(deliveries.attempts("msg_none")).isEmpty();
    }

    @Test
    void whatWaitsIsNotClaimedBeforeItsTime() {
        added(HERE, NOON);
        var failed = claim(NOON).getFirst();
        deliveries.save(failed.in(new Waiting(1, LATER)), null);

        assertThat(claim(LATER.minusMillis(1))).isEmpty();
        assertThat(claim(LATER)).extracting(Delivery::state).containsExactly(new Sending(2, LATER));
    }

    @Test
    void theyAreListedNewestFirstInPages() {
        var first = added(HERE, NOON);
        var third = added(HERE, NOON.plusSeconds(2));
        var second = added(HERE, NOON.plusSeconds(1));

        assertThat(deliveries.list(ALL, null, 2)).containsExactly(third, second);
        assertThat(deliveries.list(ALL, second.id(), 2)).containsExactly(first);
        assertThat(deliveries.list(ALL, "msg_none", 2)).isEmpty();
    }

    @Test
    void theyAreListedByWhatIsAskedFor() {
        var mine = added(HERE, NOON);
        var other = added(Delivery.of(
                new Event("evt_2", EventType.TASK_FAILED, "acc_2", UUID.randomUUID(), NOON.plusSeconds(1)),
                new Receiver.Registered("ep_2"),
                HERE));
        deliveries.save(other.dead("why", NOON), null);
        var dead = other.dead("why", NOON);

        assertThat(list(new Wanted(ACCOUNT, null, null, null, null, null))).containsExactly(mine);
        assertThat(list(new Wanted(null, "ep_2", null, null, null, null))).containsExactly(dead);
        assertThat(list(new Wanted("acc_2", "ep_9", null, null, null, null))).isEmpty();
        assertThat(list(new Wanted(null, null, mine.event().task(), null, null, null)))
                .containsExactly(mine);
        assertThat(list(new Wanted("acc_2", null, mine.event().task(), null, null, null)))
                .isEmpty();
        assertThat(list(new Wanted(null, null, null, Stand.DEAD, null, null))).containsExactly(dead);
        assertThat(list(new Wanted("acc_2", null, null, Stand.WAITING, null, null)))
                .isEmpty();
        assertThat(list(new Wanted(null, null, null, null, NOON.plusSeconds(1), null)))
                .containsExactly(dead);
        assertThat(list(new Wanted(null, null, null, null, null, NOON.plusSeconds(1))))
                .containsExactly(mine);
    }

    @Test
    void onlyThoseThatEndedEarlierAreForgotten() {
        added(HERE, NOON);
        added(HERE, NOON);
        var waiting = added(HERE, LATER);
        var claimed = claim(NOON);
        var attempt = new DeliveryAttempt(1, NOON, Duration.ZERO, new Answered(200, null, ""));
        deliveries.save(claimed.get(0).in(new Delivered(NOON.minusMillis(1))), attempt);
        var kept = claimed.get(1).dead("why", NOON);
        deliveries.save(kept, null);

        assertThat(deliveries.forgetBefore(NOON)).isEqualTo(1);

        assertThat(list(ALL)).containsExactly(waiting, kept);
        assertThat(deliveries.attempts(claimed.getFirst().id())).isEmpty();
    }

    @Test
    void whatIsUndoneNeverHappened() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    added(HERE, NOON);
                    throw new IllegalStateException("not stored");
                }))
                .hasMessage("not stored");

        assertThat(claim(NOON)).isEmpty();
    }

    private List<Delivery> claim(Instant now) {
        return deliveries.claim(now, LATER, new Room(100, 4, 64));
    }

    private List<Delivery> list(Wanted wanted) {
        return deliveries.list(wanted, null, 10);
    }

    private Delivery added(Destination destination, Instant at) {
        return added(Delivery.of(event(at), new Receiver.OfTask(), destination));
    }

    private Delivery added(Delivery delivery) {
        deliveries.add(delivery);
        return delivery;
    }

    private static Event event(Instant at) {
        return Event.of(EventType.TASK_COMPLETED, ACCOUNT, UUID.randomUUID(), at);
    }

    private static List<Destination> destinations(Collection<Delivery> claimed) {
        return claimed.stream().map(Delivery::destination).toList();
    }
}
