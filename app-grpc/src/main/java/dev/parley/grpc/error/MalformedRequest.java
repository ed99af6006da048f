package dev.parley.grpc.error;

/** A message that is not what the proto describes. Found before any walk sees it. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path of what is wrong, in the proto's own words; empty for the whole
     * @param message whole sentences for the caller
     */
    public MalformedRequest(String path, String message) {
        super(message, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
