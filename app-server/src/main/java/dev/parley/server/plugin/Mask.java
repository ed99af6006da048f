package dev.parley.server.plugin;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strikes an operator's secrets out of what a provider says of its troubles, before it is logged, stored or told. */
final class Mask {

    private static final String STARS = "***";

    /** Whatever is shorter is no secret, and striking it out would spoil ordinary words. */
    private static final int LENGTH_MIN = 6;

    private static final int CAUSES_MAX = 10;

    /** The longest first: one may begin with another. */
    private final List<String> secrets;

    Mask(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= LENGTH_MIN)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    ProviderException masked(ProviderException thrown) {
        if (isClean(thrown)) {
            return thrown;
        }
        var masked = new ProviderException(masked(thrown.failure()), cause(thrown, 1));
        masked.setStackTrace(thrown.getStackTrace());
        return masked;
    }

    RuntimeException masked(RuntimeException thrown) {
        return isClean(thrown) ? thrown : copy(thrown, 1);
    }

    String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, STARS);
        }
        return masked;
    }

    private Failure masked(Failure failure) {
        var message = masked(failure.message());
        return switch (failure) {
            case Failure.Rejected _ -> new Failure.Rejected(message);
            case Failure.Throttled(var _, var retryAfter) -> new Failure.Throttled(message, retryAfter);
            case Failure.Unavailable(var _, boolean mayHaveRendered) ->
                new Failure.Unavailable(message, mayHaveRendered);
            case Failure.Misconfigured _ -> new Failure.Misconfigured(message);
        };
    }

    private boolean isClean(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return secrets.stream().noneMatch(trace.toString()::contains);
    }

    private @Nullable RuntimeException cause(Throwable thrown, int depth) {
        var cause = thrown.getCause();
        return cause == null || depth == CAUSES_MAX ? null : copy(cause, depth + 1);
    }

    /** An exception's own text cannot be changed. */
    private RuntimeException copy(Throwable thrown, int depth) {
        var copy = new IllegalStateException(masked(thrown.toString()), cause(thrown, depth));
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }
}
