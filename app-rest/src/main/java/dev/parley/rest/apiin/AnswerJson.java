package dev.parley.rest.apiin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.rest.apiin.TaskJson.FailureJson;
import dev.parley.rest.apiin.TaskJson.OutputJson;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in the answer. Some clients read it at the top, as seeds/001 has it; others in {@code data} and in capitals, as that
 * service's own pages show it.
 */
record AnswerJson(int code, String message, @JsonUnwrapped TaskJson task, DataJson data) {

    /** @param error in words */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DataJson(
            @JsonProperty("task_id") UUID taskId,
            String status,
            @Nullable OutputJson output,
            @Nullable String error,
            @Nullable BigDecimal credits) {}

    static AnswerJson of(TaskJson task) {
        return new AnswerJson(
                200,
                "success",
                task,
                new DataJson(
                        task.taskId(),
                        inCapitals(task.status()),
                        task.output(),
                        inWords(task.error()),
                        task.credits()));
    }

    private static String inCapitals(String status) {
        return switch (status) {
            case "completed" -> "COMPLETED";
            case "failed" -> "FAILED";
            default -> "IN_PROGRESS";
        };
    }

    private static @Nullable String inWords(@Nullable FailureJson failure) {
        return failure == null ? null : failure.message();
    }
}
