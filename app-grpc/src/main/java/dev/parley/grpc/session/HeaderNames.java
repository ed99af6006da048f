package dev.parley.grpc.session;

import dev.parley.grpc.error.MalformedRequest;
import java.util.function.Supplier;

/** What this service calls the fields that walks refuse: all of them are in the header. */
final class HeaderNames {

    private HeaderNames() {}

    static <T> T naming(Supplier<T> walk) {
        return MalformedRequest.naming(
                field -> "header." + field.replace("dialogue[0].", "").replace("agent_id", "agent"), walk);
    }

    static MalformedRequest twice() {
        return new MalformedRequest("header", "'header' comes once.");
    }

    static MalformedRequest nothing() {
        return new MalformedRequest("", "A message must not be empty.");
    }
}
