package dev.parley.grpc.metadata;

import com.google.protobuf.Message;
import dev.parley.grpc.error.MalformedRequest;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Arrays;

/** Tells callers of fields that nobody will read: with a warning, or strictly with a refusal. */
public final class UnknownFieldsInterceptor implements ServerInterceptor {

    private static final Metadata.Key<String> PREFER = Metadata.Key.of("prefer", Metadata.ASCII_STRING_MARSHALLER);
    private static final String STRICT = "handling=strict";

    private final boolean alwaysStrict;

    public UnknownFieldsInterceptor(boolean alwaysStrict) {
        this.alwaysStrict = alwaysStrict;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        boolean strict = alwaysStrict || prefersStrict(headers);
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q message) {
                check((Message) message, strict);
                super.onMessage(message);
            }
        };
    }

    private static void check(Message message, boolean strict) {
        var unknown = UnknownField.in(message);
        if (strict && !unknown.isEmpty()) {
            var field = unknown.getFirst();
            throw new MalformedRequest(field.path(), "'" + field.path() + "' is unknown: " + explained(field));
        }
        ResponseMetadata.current()
                .warn(unknown.stream()
                        .map(field -> "Ignored '" + field.path() + "': " + explained(field))
                        .toList());
    }

    private static String explained(UnknownField field) {
        return field.message() + " has no field number " + field.number() + ".";
    }

    private static boolean prefersStrict(Metadata headers) {
        var preferences = headers.getAll(PREFER);
        if (preferences == null) {
            return false;
        }
        for (String preference : preferences) {
            if (Arrays.stream(preference.split(",", -1)).map(String::strip).anyMatch(STRICT::equalsIgnoreCase)) {
                return true;
            }
        }
        return false;
    }
}
