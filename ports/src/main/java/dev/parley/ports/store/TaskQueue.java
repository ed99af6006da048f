package dev.parley.ports.store;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Which tasks are worked on next, and by which process: holds the leases and the timers. The tasks themselves are the truth;
 * what is in the queue can be made of them again. Every account has so many places in it and no more; its other tasks wait
 * in their order, so that nobody's backlog stands before anybody else's task.
 */
public interface TaskQueue extends AutoCloseable {

    /**
     * Gives the account's places that are free to its tasks that wait longest. Joins the transaction around it, which has
     * locked the account by moving its credits.
     */
    void advance(String account, Instant now);

    /**
     * Begins to hand tasks out, each to one worker in all processes, on a thread of its own that may compute. A task whose
     * process died is handed out again.
     */
    void start(Worker worker);

    /** There may be something to hand out: look now. Called after the commit. */
    void wake();

    /** Puts unfinished tasks that the queue has lost back into it. For the start of the gateway. */
    void repair(Instant now);

    /** Hands out nothing more, and waits so long for the workers under way. */
    void stop(Duration atMost);

    @Override
    void close();

    /** Works on tasks. */
    @FunctionalInterface
    interface Worker {

        /** Does the work, outside of any transaction, and tells how to end it. */
        Ending work(UUID task);
    }

    /** Brings work to its end. */
    interface Ending {

        /**
         * Stores what the work has come to. Runs in one transaction with the queue's own change. If the process lost its lease
         * meanwhile, all of it is undone.
         */
        Next store();

        /** Runs after that transaction has been committed. */
        void afterwards();
    }

    /** What is to happen to the queue's place. */
    sealed interface Next {

        /** The task needs no more work. */
        record Done() implements Next {}

        /** The task is to be handed out again. */
        record Again(Instant at) implements Next {}
    }
}
