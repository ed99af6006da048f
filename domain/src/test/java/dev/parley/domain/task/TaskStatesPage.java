package dev.parley.domain.task;

import static dev.parley.domain.task.TaskSamples.AUDIO;
import static dev.parley.domain.task.TaskSamples.COST;
import static dev.parley.domain.task.TaskSamples.LEASE;
import static dev.parley.domain.task.TaskSamples.MISCONFIGURED;
import static dev.parley.domain.task.TaskSamples.NOT_RENDERED;
import static dev.parley.domain.task.TaskSamples.NOW;
import static dev.parley.domain.task.TaskSamples.PAUSE;
import static dev.parley.domain.task.TaskSamples.REFUNDING;
import static dev.parley.domain.task.TaskSamples.REJECTED;
import static dev.parley.domain.task.TaskSamples.THREE_ATTEMPTS;
import static dev.parley.domain.task.TaskSamples.UNKNOWN;
import static dev.parley.domain.task.TaskSamples.throttled;
import static java.util.stream.Collectors.joining;

import dev.parley.domain.event.EventType;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Effect.Capture;
import dev.parley.domain.task.Effect.Expire;
import dev.parley.domain.task.Effect.Notify;
import dev.parley.domain.task.Effect.Release;
import dev.parley.domain.task.TaskEvent.Abandoned;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.AttemptReplaced;
import dev.parley.domain.task.TaskEvent.CancelRequested;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.domain.task.TaskEvent.Resumed;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.domain.task.TaskState.Final;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Prints docs/task-states.md: what {@link Transition#next} answers to each sample event in each sample state. */
final class TaskStatesPage {

    /** @param when completes the event's name, or is empty */
    record Sample<T>(T value, String when) {
        String name() {
            return value.getClass().getSimpleName() + when;
        }
    }

    /**
     * A state, and what else decides.
     *
     * @param head completes the state's name, or is empty
     * @param when the same, said of an event
     */
    record Situation(TaskState value, RetryPolicy retries, String head, String when) {
        Situation(TaskState value) {
            this(value, THREE_ATTEMPTS, "", "");
        }

        String name() {
            return kind(value) + head;
        }
    }

    private static final Lease SUCCESSOR = new Lease("successor", NOW.plusSeconds(90));

    static final List<Situation> STATES = List.of(
            new Situation(new Pending(1, 0, NOW)),
            new Situation(new Processing(1, 0, LEASE)),
            new Situation(new Processing(2, 1, LEASE), THREE_ATTEMPTS, ", one unknown before", " after an unknown one"),
            new Situation(
                    new Processing(1, 0, LEASE), REFUNDING, ", unknown is refunded", " where unknown is refunded"),
            new Situation(
                    new Processing(THREE_ATTEMPTS.attemptsMax(), 0, LEASE),
                    THREE_ATTEMPTS,
                    ", last attempt",
                    " on the last attempt"),
            new Situation(new Completed(AUDIO, COST, NOW)),
            new Situation(new Failed(REJECTED, NOW)),
            new Situation(new Cancelled(Credits.NONE, NOW)));

    static final List<Sample<TaskEvent>> EVENTS = List.of(
            new Sample<>(new Claimed(LEASE), ""),
            new Sample<>(new Resumed(SUCCESSOR), ""),
            new Sample<>(new CancelRequested(NOW), ""),
            new Sample<>(new LeaseExpired(NOW), ""),
            new Sample<>(new Finished(LEASE.token(), AUDIO, COST, NOW), ""),
            new Sample<>(new Finished(LEASE.token(), AUDIO, Credits.NONE, NOW), " at no cost"),
            failed(NOT_RENDERED, ", not rendered"),
            failed(UNKNOWN, ", may have rendered"),
            failed(throttled(PAUSE), ""),
            failed(throttled(RetryPolicy.WAIT_MAX.plusMillis(1)), " for more than a day"),
            failed(REJECTED, ""),
            failed(MISCONFIGURED, ""),
            replaced(NOT_RENDERED, ", not rendered"),
            replaced(UNKNOWN, ", may have rendered"),
            replaced(throttled(PAUSE), ""),
            replaced(REJECTED, ""),
            replaced(MISCONFIGURED, ""),
            new Sample<>(new Abandoned(LEASE.token(), COST, NOW), ""),
            new Sample<>(new Abandoned(LEASE.token(), Credits.NONE, NOW), " at no cost"),
            new Sample<>(new Finished("stale", AUDIO, COST, NOW), " with a stale token"),
            new Sample<>(new AttemptFailed("stale", REJECTED, NOW), " with a stale token"),
            new Sample<>(new AttemptReplaced("stale", NOT_RENDERED, SUCCESSOR, NOW), " with a stale token"),
            new Sample<>(new Abandoned("stale", COST, NOW), " with a stale token"));

    private static final String UNCHANGED = "·";

    private TaskStatesPage() {}

    static String print() {
        return """
            # Task states

            <!-- Printed from the code. Do not edit: ./mvnw -pl domain test -Dtest=TaskStatesPageTest -Dparley.write=true -->

            A task's credits are held from its first state on. Capture takes the cost from the hold and gives back the
            rest; release gives back all of it, and so does expire, where whoever was to settle is gone. One of them happens
            once, with the step into a final state, and so does the event for those who asked to be told.

            Of an attempt whose lease expired, or that broke after the request was sent, nobody knows whether the provider
            rendered it and was paid. It is tried again once in a task's life, or never where unknown is refunded. A resumed
            attempt is the same attempt: its provider knows it by an id of its own and is asked for that.

            ```mermaid
            stateDiagram-v2
            %s
            ```

            What each event leads to, and what is saved with it. A dot: nothing changes. Finished, AttemptFailed,
            AttemptReplaced and Abandoned are reports of the lease's owner, and count only with the token of the current
            lease. AttemptReplaced is what a live stream says of an attempt of which its caller has heard nothing: it has
            two attempts at most.

            %s
            """.formatted(diagram(), table());
    }

    private static String diagram() {
        var begins = Stream.of("[*] --> Pending");
        var steps =
                labels().entrySet().stream().map(edge -> edge.getKey() + " : " + String.join(", ", edge.getValue()));
        var ends =
                STATES.stream().filter(state -> state.value() instanceof Final).map(state -> state.name() + " --> [*]");
        return Stream.of(begins, steps, ends).flatMap(lines -> lines).collect(joining("\n    ", "    ", ""));
    }

    /** The events that lead along each edge; "last attempt" is only said of those that otherwise lead elsewhere. */
    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (var state : STATES) {
            for (var event : EVENTS) {
                var next = next(state, event).state();
                if (next.equals(state.value())) {
                    continue;
                }
                var label =
                        labels.computeIfAbsent(kind(state.value()) + " --> " + kind(next), _ -> new LinkedHashSet<>());
                if (!label.contains(event.name())) {
                    label.add(event.name() + state.when());
                }
            }
        }
        return labels;
    }

    private static String table() {
        var head = STATES.stream().map(Situation::name).collect(joining(" | ", "| Event | ", " |\n"));
        var line = "|---".repeat(STATES.size() + 1) + "|\n";
        return EVENTS.stream().map(TaskStatesPage::row).collect(joining("\n", head + line, ""));
    }

    private static String row(Sample<TaskEvent> event) {
        return STATES.stream()
                .map(state -> cell(state.value(), next(state, event)))
                .collect(joining(" | ", "| " + event.name() + " | ", " |"));
    }

    private static String cell(TaskState before, Transition step) {
        var state = step.state().equals(before) ? Stream.of(UNCHANGED) : Stream.of("**" + kind(step.state()) + "**");
        var effects = step.effects().stream().map(effect -> switch (effect) {
            case Capture _ -> "capture";
            case Release _ -> "release";
            case Expire _ -> "expire";
            case Notify(EventType type) -> "`" + type + "`";
        });
        return Stream.concat(state, effects).collect(joining(", "));
    }

    private static Transition next(Situation state, Sample<TaskEvent> event) {
        return Transition.next(state.value(), event.value(), state.retries(), 1);
    }

    private static Sample<TaskEvent> failed(Failure failure, String when) {
        return new Sample<>(new AttemptFailed(LEASE.token(), failure, NOW), " (" + kind(failure) + when + ")");
    }

    private static Sample<TaskEvent> replaced(Failure failure, String when) {
        return new Sample<>(
                new AttemptReplaced(LEASE.token(), failure, SUCCESSOR, NOW), " (" + kind(failure) + when + ")");
    }

    private static String kind(Object value) {
        return value.getClass().getSimpleName();
    }
}
