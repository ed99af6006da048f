package dev.parley.ports.store;

import dev.parley.domain.ledger.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for, added up. */
@FunctionalInterface
public interface Usage {

    /**
     * One day of one key and one public model.
     *
     * @param day of UTC on which the tasks were asked for
     * @param completed how many of the tasks are
     * @param units of the model's price, characters for speech, of all tasks
     * @param credits what the ended tasks cost
     */
    record Line(
            LocalDate day,
            String account,
            String key,
            String model,
            long tasks,
            long completed,
            long units,
            Credits credits) {}

    /**
     * By day, account, key and model.
     *
     * @param account whose; everybody's where null
     * @param from tasks asked for at or after this instant
     * @param to and before this one
     */
    List<Line> between(@Nullable String account, Instant from, Instant to, int max);
}
