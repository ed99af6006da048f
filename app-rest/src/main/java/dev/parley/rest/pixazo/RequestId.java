package dev.parley.rest.pixazo;

import dev.parley.application.Caller;
import dev.parley.application.task.ReadTasks;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;

/** A task's id as this dialect writes it: its model, an underscore and the task's own. */
final class RequestId {

    private RequestId() {}

    static String of(Task task) {
        return task.quote().model() + "_" + task.id();
    }

    /** @throws Refused where it is no request of the caller's, or is written otherwise */
    static Task find(ReadTasks tasks, Caller caller, String requestId) {
        var task = tasks.task(caller, requestId.substring(requestId.lastIndexOf('_') + 1));
        if (!of(task).equals(requestId)) {
            throw new Refused(new Refusal.TaskNotFound("Request ID does not exist."));
        }
        return task;
    }
}
