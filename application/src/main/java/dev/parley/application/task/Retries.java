package dev.parley.application.task;

import dev.parley.application.Limits;
import dev.parley.domain.task.RetryPolicy;
import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
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
        var policy = policy(task);
        double jitter = random.nextDouble();
        if (event instanceof TaskEvent.Claimed
                && task.state() instanceof Pending(int attempts, var _, var _)
                && attempts == 0) {
            budget.payIn(task.provider());
        }
        var next = Transition.next(task.state(), event, policy, jitter);
        boolean isRetry = task.state() instanceof Processing && next.state() instanceof Pending;
        if (!isRetry || budget.take(task.provider())) {
            return next;
        }
        return Transition.next(task.state(), event, policy.exhausted(), jitter);
    }

    private RetryPolicy policy(Task task) {
        if (task.mode() == Task.Mode.LIVE) {
            return RetryPolicy.ONCE;
        }
        var standard = limits.retries();
        return standard.with(onUnknown.getOrDefault(task.provider(), standard.onUnknown()));
    }
}
