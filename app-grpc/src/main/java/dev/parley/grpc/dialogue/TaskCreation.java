package dev.parley.grpc.dialogue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.parley.application.Caller;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.application.submit.SubmitTask;
import dev.parley.domain.task.Task;
import dev.parley.grpc.metadata.IdempotencyMetadata;
import dev.parley.grpc.metadata.ResponseMetadata;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an order becomes a task and an answer. A call that has a name is answered from what was written down at first, byte for
 * byte.
 */
public final class TaskCreation<A extends Message> {

    private final SubmitTask submit;
    private final Parser<A> parser;
    private final Answer<A> answer;

    /** Tells of a new task. */
    @FunctionalInterface
    public interface Answer<A> {
        A of(Task task, List<String> warnings);
    }

    /** Names what the present call means to do; null where it has no name for it. */
    @FunctionalInterface
    public interface Naming {
        @Nullable
        Intent intent(Function<Task, String> answer);
    }

    public TaskCreation(SubmitTask submit, Parser<A> parser, Answer<A> answer) {
        this.submit = submit;
        this.parser = parser;
        this.answer = answer;
    }

    /** @throws dev.parley.domain.refusal.Refused with nothing held and nothing stored */
    public A create(Caller caller, Order order, Naming naming) {
        var metadata = ResponseMetadata.current();
        var ignored = metadata.warnings();
        var intent = naming.intent(task -> written(answer(task, ignored)));
        if (intent == null) {
            var task = submit.submit(caller, order);
            metadata.warn(task.warnings());
            return answer(task, ignored);
        }
        var submitted = submit.submit(caller, order, intent);
        if (submitted.repeated()) {
            metadata.header(IdempotencyMetadata.REPLAYED, "true");
        }
        metadata.warn(submitted.task().warnings());
        return read(submitted.answer());
    }

    private A answer(Task task, List<String> ignored) {
        return answer.of(
                task, Stream.concat(ignored.stream(), task.warnings().stream()).toList());
    }

    private static String written(Message response) {
        return Base64.getEncoder().encodeToString(response.toByteArray());
    }

    private A read(String stored) {
        try {
            return parser.parseFrom(Base64.getDecoder().decode(stored));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }
}
