package dev.parley.grpc.dialogue;

import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.StreamDialogue;
import dev.parley.application.submit.PrepareDialogue;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.ReadTasks;

/** What {@code DialogueService} calls. */
public record DialogueWalks(
        PrepareDialogue prepare,
        StreamDialogue stream,
        LiveStreams live,
        SubmitTask submit,
        ReadTasks read,
        CancelTask cancel) {}
