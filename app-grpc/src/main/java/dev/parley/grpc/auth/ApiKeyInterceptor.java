package dev.parley.grpc.auth;

import dev.parley.application.Caller;
import dev.parley.application.account.Authenticate;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.ArrayList;
import java.util.List;

/** Lets only callers with a good key through. Health and reflection are open: they tell nothing of anybody's. */
public final class ApiKeyInterceptor implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> API_KEY = Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<Caller> CALLER = Context.key("parley-caller");
    private static final String OPEN_SERVICES = "grpc.";
    private static final String BEARER = "Bearer ";

    private final Authenticate authenticate;

    public ApiKeyInterceptor(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    /** Who makes the present call. */
    public static Caller caller() {
        return CALLER.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getFullMethodName().startsWith(OPEN_SERVICES)) {
            return next.startCall(call, headers);
        }
        var caller = authenticate.caller(credentials(headers));
        return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
    }

    /** Whatever is presented is judged: a second, bad credential is not overlooked. */
    private static List<String> credentials(Metadata headers) {
        List<String> credentials = new ArrayList<>();
        all(headers, AUTHORIZATION).forEach(value -> credentials.add(withoutScheme(value)));
        all(headers, API_KEY).forEach(credentials::add);
        return credentials;
    }

    private static Iterable<String> all(Metadata headers, Metadata.Key<String> key) {
        var values = headers.getAll(key);
        return values == null ? List.of() : values;
    }

    /** Of any other scheme than Bearer, the whole is taken for a key, which it cannot be. */
    private static String withoutScheme(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : authorization;
    }
}
