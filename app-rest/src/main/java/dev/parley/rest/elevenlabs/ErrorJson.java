package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both shapes of an error. */
sealed interface ErrorJson {

    /** What was understood and refused. */
    record Refusal(Detail detail) implements ErrorJson {}

    /** @param status the older name of the code, which may differ */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Detail(
            String type,
            String code,
            String message,
            String status,
            String requestId,
            @Nullable String param) {}

    /** What does not have the form that was promised. */
    record Schema(List<Wrong> detail) implements ErrorJson {}

    /** @param loc path of the value: names and indexes */
    record Wrong(String type, List<Object> loc, String msg) {}
}
