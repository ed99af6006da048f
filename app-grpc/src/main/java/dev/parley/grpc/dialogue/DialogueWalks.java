package dev.parley.grpc.dialogue;

import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.ReadTasks;

/** What {@code DialogueService} calls. */
public record DialogueWalks(
        PrepareOrder prepare,
        StreamOrder stream,
        LiveStreams live,
        SubmitTask submit,
        ReadTasks read,
        CancelTask cancel) {}
