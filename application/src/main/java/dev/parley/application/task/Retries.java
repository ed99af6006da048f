package dev.parley.application.task;

import dev.parley.application.Limits;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.domain.task.Transition;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a task does next, by the operator's policy for its provider and by what the provider's budget still allows. */
public final class Retries {

    private final Limits limits;
    private final Map<String, OnUnknown> onUnknown;
    private final RetryBudget budget = new RetryBudget();
    private final RandomGenerator random;

    /** @param onUnknown by provider, where it is not the policy of {@code limits} */
    public Retries(Limits limits, Map<String, OnUnknown> onUnknown, RandomGenerator random) {
        this.limits = limits;
        this.onUnknown = Map.copyOf(onUnknown);
        this.random = random;
    }

    /** The step that the task takes. A retry is paid for from the provider's budget. */
    public Transition next(Task task, TaskEvent event) {
        var policy = policy(task, event);
        double jitter = random.nextDouble();
        if (isFirstAttempt(task, event)) {
            budget.payIn(provider(task, event));
        }
        var next = Transition.next(task.state(), event, policy, jitter);
        boolean isRetry = task.state() instanceof Processing before
                && (next.state() instanceof Pending
                        || (next.state() instanceof Processing after && after.attempts() > before.attempts()));
        if (!isRetry || goesElsewhere(policy, event) || budget.take(task.provider())) {
            return next;
        }
        return Transition.next(task.state(), event, policy.exhausted(), jitter);
    }

    /** Who has not been asked yet owes nothing. */
    private static boolean goesElsewhere(RetryPolicy policy, TaskEvent event) {
        return policy.elsewhere()
                && switch (event) {
                    case TaskEvent.AttemptFailed failed -> !failed.failure().mayHaveRendered();
                    case TaskEvent.AttemptReplaced replaced ->
                        !replaced.failure().mayHaveRendered();
                    case TaskEvent.Claimed _,
                            TaskEvent.Resumed _,
                            TaskEvent.CancelRequested _,
                            TaskEvent.LeaseExpired _,
                            TaskEvent.Finished _,
                            TaskEvent.Abandoned _ -> false;
                };
    }

    private static String provider(Task task, TaskEvent event) {
        return event instanceof TaskEvent.Claimed claimed
                ? task.routes().at(claimed.route()).current().provider()
                : task.provider();
    }

    /** A live task begins with its attempt, which is counted when it is first heard of. */
    private static boolean isFirstAttempt(Task task, TaskEvent event) {
        return switch (task.state()) {
            case Pending(int attempts, var _, var _) -> event instanceof TaskEvent.Claimed && attempts == 0;
            case Processing(int attempts, var _, var _) ->
                event instanceof TaskEvent.Report && task.mode() == Task.Mode.LIVE && attempts == 1;
            case TaskState.Final _ -> false;
        };
    }

    /** What broke while its caller listened is not tried again, except where that is what the event asks for. */
    private RetryPolicy policy(Task task, TaskEvent event) {
        var standard = limits.retries();
        var policy = standard.with(onUnknown.getOrDefault(task.provider(), standard.onUnknown()));
        return switch (task.mode()) {
            case QUEUED -> among(policy, task);
            case LIVE -> event instanceof TaskEvent.AttemptReplaced ? among(policy.live(), task) : policy.exhausted();
        };
    }

    /** What may have been rendered is asked of nobody else. */
    private static RetryPolicy among(RetryPolicy policy, Task task) {
        return unknowns(task) > 0 ? policy : policy.among(task.routes().all().size(), asked(task));
    }

    /** Of how many attempts before this one nobody knows whether they were rendered. */
    static int unknowns(Task task) {
        return switch (task.state()) {
            case Pending(var _, int unknown, var _) -> unknown;
            case Processing(var _, int unknown, var _) -> unknown;
            case TaskState.Final _ -> 0;
        };
    }

    private static int asked(Task task) {
        return switch (task.state()) {
            case Pending(int attempts, var _, var _) -> attempts;
            case Processing(int attempts, var _, var _) -> attempts;
            case TaskState.Final _ -> 0;
        };
    }
}
