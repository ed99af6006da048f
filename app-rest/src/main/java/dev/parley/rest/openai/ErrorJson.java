package dev.parley.rest.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** OpenAI's error: every member is always there. */
record ErrorJson(Detail error) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Detail(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {
        Detail {
            // A message may quote a caller's text cut in the middle of a surrogate pair, which no JSON writer takes.
            message = new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }

    static ErrorJson of(String message, String type, @Nullable String param, @Nullable String code) {
        return new ErrorJson(new Detail(message, type, param, code));
    }
}
