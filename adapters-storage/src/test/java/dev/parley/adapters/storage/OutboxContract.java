package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.ports.store.Outbox;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} keeps. */
public abstract class OutboxContract {
    private Stores stores;
    private Outbox outbox;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
        outbox = stores.outbox();
    }

    @Test
    void eventsAreListedInTheOrderInWhichTheyCame() {
        var first = added(event(EventType.TASK_FAILED, ACCOUNT, NOON));
        var second = added(event(EventType.TASK_COMPLETED, ACCOUNT, NOON.minusSeconds(1)));
        var third = added(event(EventType.TASK_CANCELLED, ACCOUNT, NOON));

        assertThat(outbox.list(ACCOUNT, 10)).containsExactly(first, second, third);
        assertThat(outbox.list(ACCOUNT, 2)).containsExactly(first, second);
    }

    @Test
    void anotherAccountsEventsAreNotListed() {
        added(event(EventType.TASK_FAILED, "acc_2", NOON));

        assertThat(outbox.list(ACCOUNT, 10)).isEmpty();
    }

    @Test
    void anEventIsAddedOnce() {
        var event = added(event(EventType.TASK_FAILED, ACCOUNT, NOON));

        assertThatThrownBy(() -> outbox.add(event)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsUndoneNeverHappened() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    added(event(EventType.TASK_COMPLETED, ACCOUNT, NOON));
                    throw new IllegalStateException("not stored");
                }))
                .hasMessage("not stored");

        assertThat(outbox.list(ACCOUNT, 10)).isEmpty();
    }

    @Test
    void onlyEarlierEventsAreForgotten() {
        added(event(EventType.TASK_FAILED, ACCOUNT, NOON.minusMillis(1)));
        var kept = added(event(EventType.TASK_FAILED, ACCOUNT, NOON));

        assertThat(outbox.forgetBefore(NOON)).isEqualTo(1);

        assertThat(outbox.list(ACCOUNT, 10)).containsExactly(kept);
    }

    private Event added(Event event) {
        outbox.add(event);
        return event;
    }

    private static Event event(EventType type, String account, Instant at) {
        return new Event("evt_" + UUID.randomUUID(), type, account, UUID.randomUUID(), at);
    }
}
