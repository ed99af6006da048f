package dev.parley.grpc.metadata;

import dev.parley.grpc.auth.ApiKeyInterceptor;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;

/** What one call's answer tells besides its messages: warnings in its header, facts about the whole in its trailer. */
public final class ResponseMetadata {

    public static final Metadata.Key<String> WARNING =
            Metadata.Key.of("parley-warning", Metadata.ASCII_STRING_MARSHALLER);

    private static final Context.Key<ResponseMetadata> CURRENT = Context.key("parley-response-metadata");
    /** Together less than the 8 KiB that clients take. */
    private static final int HEADERS_MAX = 16;

    private static final int HEADER_LENGTH_MAX = 250;

    /** Tells that nothing of the answer is real, and that nothing costs. */
    public static final Metadata.Key<String> SANDBOX =
            Metadata.Key.of("x-parley-sandbox", Metadata.ASCII_STRING_MARSHALLER);

    private final List<String> warnings = new ArrayList<>();
    private final Metadata added = new Metadata();
    private final Metadata trailers = new Metadata();

    private ResponseMetadata() {}

    /** The present call's. For the one thread that answers it. */
    public static ResponseMetadata current() {
        return CURRENT.get();
    }

    /** Counts only before the first message. */
    public void warn(List<String> more) {
        warnings.addAll(more);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Counts only before the first message. */
    public void header(Metadata.Key<String> key, String value) {
        added.put(key, value);
    }

    public void trailer(Metadata.Key<String> key, String value) {
        trailers.put(key, value);
    }

    /** Gives each call its own. */
    public static ServerInterceptor interceptor() {
        return new ServerInterceptor() {
            @Override
            public <Q, A> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                var metadata = new ResponseMetadata();
                if (ApiKeyInterceptor.isSandbox()) {
                    metadata.header(SANDBOX, "true");
                }
                return Contexts.interceptCall(
                        Context.current().withValue(CURRENT, metadata), metadata.addedTo(call), headers, next);
            }
        };
    }

    private <Q, A> ServerCall<Q, A> addedTo(ServerCall<Q, A> call) {
        return new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata headers) {
                warnings.stream().limit(HEADERS_MAX).forEach(warning -> headers.put(WARNING, printable(warning)));
                headers.merge(added);
                super.sendHeaders(headers);
            }

            @Override
            public void close(Status status, Metadata more) {
                more.merge(trailers);
                super.close(status, more);
            }
        };
    }

    /** Headers hold ASCII only; the messages tell the same in full. */
    private static String printable(String warning) {
        var ascii = warning.replaceAll("[^\\x20-\\x7E]", "?");
        return ascii.length() <= HEADER_LENGTH_MAX ? ascii : ascii.substring(0, HEADER_LENGTH_MAX) + "...";
    }
}
