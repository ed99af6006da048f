package dev.parley.grpc.error;

/** A message that is not what the proto describes. Found before any walk sees it. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String sentence;

    /**
     * @param path of what is wrong, in the proto's own words; empty for the whole
     * @param sentence for the caller
     */
    public MalformedRequest(String path, String sentence) {
        // No stack trace, as for any refusal: answering must stay cheap under abuse.
        super(sentence, null, false, false);
        this.path = path;
        this.sentence = sentence;
    }

    String path() {
        return path;
    }

    String sentence() {
        return sentence;
    }
}
