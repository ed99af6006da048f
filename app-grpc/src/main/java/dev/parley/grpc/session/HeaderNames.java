package dev.parley.grpc.session;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.grpc.error.MalformedRequest;
import java.util.function.Supplier;

/** What this service calls the fields that walks refuse: all of them are in the header. */
final class HeaderNames {

    private HeaderNames() {}

    static <T> T naming(Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            if (e.refusal() instanceof Refusal.Invalid(String field, String message)) {
                String path = "header." + field.replace("dialogue[0].", "").replace("agent_id", "agent");
                throw new MalformedRequest(path, "'" + path + "' " + message);
            }
            throw e;
        }
    }

    static MalformedRequest twice() {
        return new MalformedRequest("header", "'header' comes once.");
    }

    static MalformedRequest nothing() {
        return new MalformedRequest("", "A message must not be empty.");
    }
}
