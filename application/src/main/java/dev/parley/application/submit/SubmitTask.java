package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.task.TaskSignals;
import dev.parley.domain.task.Task;

/** Takes an order and returns at once; a worker renders it. */
public final class SubmitTask {

    private final PrepareDialogue prepare;
    private final AdmitTask admit;
    private final TaskSignals signals;

    public SubmitTask(PrepareDialogue prepare, AdmitTask admit, TaskSignals signals) {
        this.prepare = prepare;
        this.admit = admit;
        this.signals = signals;
    }

    /** @throws dev.parley.domain.refusal.Refused with nothing held and nothing stored */
    public Task submit(Caller caller, DialogueOrder order) {
        var task = admit.queued(caller, prepare.prepare(order));
        signals.submitted();
        return task;
    }
}
