package dev.parley.rest.nativeapi;

/** How the native dialect wraps an answer that is not a task. */
public record Success<T>(int code, String msg, T data) {
    public static <T> Success<T> of(T data) {
        return new Success<>(200, "success", data);
    }
}
