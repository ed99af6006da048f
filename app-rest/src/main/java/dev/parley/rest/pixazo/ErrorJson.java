package dev.parley.rest.pixazo;

import java.nio.charset.StandardCharsets;

/** The error: what kind it is, and what to do about it. */
record ErrorJson(String error, String message) {
    ErrorJson {
        // A message may quote a caller's text cut in the middle of a surrogate pair, which no JSON writer takes.
        message = new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
