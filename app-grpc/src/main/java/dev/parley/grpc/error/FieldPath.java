package dev.parley.grpc.error;

import dev.parley.application.submit.Intent;

/** Where the proto keeps a field that the domain names. */
final class FieldPath {

    private FieldPath() {}

    static String of(String field) {
        return switch (field) {
            case "model", "callback_url", Intent.FIELD -> field;
            case "limit" -> "page_size";
            case "cursor" -> "page_token";
            default -> "input." + field;
        };
    }
}
