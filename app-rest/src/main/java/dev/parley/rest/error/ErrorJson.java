package dev.parley.rest.error;

import java.nio.charset.StandardCharsets;

/** The error envelope. */
public record ErrorJson(Detail error) {

    /** What is wrong: for programs, for people, and the kind of thing it is. */
    public record Detail(String code, String message, String type) {
        public Detail {
            // A message may quote a caller's text cut in the middle of a surrogate pair, which no JSON writer takes.
            message = new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }
}
