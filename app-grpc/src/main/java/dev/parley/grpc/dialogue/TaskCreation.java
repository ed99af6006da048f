package dev.parley.grpc.dialogue;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.application.Caller;
import dev.parley.application.submit.SubmitTask;
import dev.parley.domain.task.Task;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.CreateTaskResponse;
import java.util.Base64;
import java.util.List;

/** One CreateTask. A call that has a name is answered from what was written down at first, byte for byte. */
final class TaskCreation {

    private static final String ROUTE = "grpc.tasks.create";

    private final SubmitTask submit;
    private final TaskMapping tasks;
    private final Caller caller;
    private final CreateTaskRequest request;

    TaskCreation(SubmitTask submit, TaskMapping tasks, Caller caller, CreateTaskRequest request) {
        this.submit = submit;
        this.tasks = tasks;
        this.caller = caller;
        this.request = request;
    }

    CreateTaskResponse create() {
        var order = DialogueMapping.order(request);
        var metadata = ResponseMetadata.current();
        var ignored = metadata.warnings();
        var intent =
                IdempotencyMetadata.intent(caller.account(), ROUTE, request, task -> written(response(task, ignored)));
        if (intent == null) {
            var task = submit.submit(caller, order);
            metadata.warn(task.warnings());
            return response(task, ignored);
        }
        var submitted = submit.submit(caller, order, intent);
        if (submitted.repeated()) {
            metadata.header(IdempotencyMetadata.REPLAYED, "true");
        }
        metadata.warn(submitted.task().warnings());
        return read(submitted.answer());
    }

    private CreateTaskResponse response(Task task, List<String> ignored) {
        return CreateTaskResponse.newBuilder()
                .setTask(tasks.task(task))
                .addAllWarnings(ignored)
                .addAllWarnings(task.warnings())
                .build();
    }

    private static String written(CreateTaskResponse response) {
        return Base64.getEncoder().encodeToString(response.toByteArray());
    }

    private static CreateTaskResponse read(String answer) {
        try {
            return CreateTaskResponse.parseFrom(Base64.getDecoder().decode(answer));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }
}
