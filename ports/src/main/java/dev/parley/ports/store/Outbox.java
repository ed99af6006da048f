package dev.parley.ports.store;

import dev.parley.domain.event.Event;
import java.time.Instant;
import java.util.List;

/** Events on their way to whoever asked to be told. Joins the transaction around it. */
public interface Outbox {

    void add(Event event);

    /** Oldest first. */
    List<Event> list(String account, int max);

    /** @return how many were forgotten */
    int forgetBefore(Instant limit);
}
