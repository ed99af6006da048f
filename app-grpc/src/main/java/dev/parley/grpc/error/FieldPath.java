package dev.parley.grpc.error;

/** Where the proto keeps a field that the domain names. */
final class FieldPath {

    private FieldPath() {}

    static String of(String field) {
        return switch (field) {
            case "model", "callback_url" -> field;
            case "limit" -> "page_size";
            case "cursor" -> "page_token";
            default -> "input." + field;
        };
    }
}
