package dev.parley.grpc.error;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

    /**
     * What a walk says, with its refusals naming the fields as the proto does.
     *
     * @param path of a field that walks name
     */
    public static <T> T naming(UnaryOperator<String> path, Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            if (e.refusal() instanceof Refusal.Invalid(String field, String message)) {
                throw of(path.apply(field), message);
            }
            throw e;
        }
    }

    /** @param message that follows the path */
    public static MalformedRequest of(String path, String message) {
        return new MalformedRequest(path, "'" + path + "' " + message);
    }

    String path() {
        return path;
    }

    String sentence() {
        return sentence;
    }
}
