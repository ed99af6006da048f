package dev.parley.grpc.dialogue;

import dev.parley.application.task.TaskWatch;
import dev.parley.v1.WatchTaskResponse;

/** Moves a task's states to whoever watches it. */
final class TaskPump {

    private final TaskMapping tasks;

    TaskPump(TaskMapping tasks) {
        this.tasks = tasks;
    }

    void run(PacedCaller<WatchTaskResponse> client, TaskWatch watch) {
        try (watch) {
            client.whenGone(watch::close);
            while (client.awaitReady()) {
                var task = watch.next();
                if (task == null) {
                    endOf(client);
                    return;
                }
                client.send(
                        WatchTaskResponse.newBuilder().setTask(tasks.task(task)).build());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a pump", e);
        }
    }

    /** A watch ends with its task, or because its caller has gone. */
    private static void endOf(PacedCaller<WatchTaskResponse> client) {
        if (client.awaitReady()) {
            client.done();
        }
    }
}
