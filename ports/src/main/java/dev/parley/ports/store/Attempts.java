package dev.parley.ports.store;

import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Ending;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every attempt at every task. Each method joins the transaction around it. */
public interface Attempts {

    /** Adds an attempt without an ending. A task has at most one such. */
    void add(AttemptRecord attempt);

    /** The attempt that has not ended. */
    Optional<AttemptRecord> open(UUID task);

    /** Durably notes by which id the provider knows the open attempt. Nothing where there is none. */
    void note(UUID task, String upstreamId);

    /** Ends the open attempt. Nothing where there is none. */
    void end(UUID task, Ending ending);

    /** First to last. */
    List<AttemptRecord> list(UUID task);
}
