package dev.parley.grpc.auth;

import dev.parley.application.Caller;
import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.ClientAddress;
import dev.parley.domain.account.IpRange;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Lets only callers with a good key through. Health and reflection are open: they tell nothing of anybody's. */
public final class ApiKeyInterceptor implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> API_KEY = Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> FORWARDED =
            Metadata.Key.of(ClientAddress.FORWARDED, Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<Caller> CALLER = Context.key("parley-caller");
    private static final String OPEN_SERVICES = "grpc.";
    private static final String BEARER = "Bearer ";

    private final AdmitCall admit;
    private final List<IpRange> trustedProxies;

    public ApiKeyInterceptor(AdmitCall admit, List<IpRange> trustedProxies) {
        this.admit = admit;
        this.trustedProxies = trustedProxies;
    }

    /** Who makes the present call. */
    public static Caller caller() {
        return CALLER.get();
    }

    /** Whether the present call's key only tries; not so where the call needs none. */
    public static boolean isSandbox() {
        var caller = CALLER.get();
        return caller != null && caller.sandbox();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getFullMethodName().startsWith(OPEN_SERVICES)) {
            return next.startCall(call, headers);
        }
        var caller = admit.admit(credentials(headers), address(call, headers), CallSlots.current());
        return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
    }

    private InetAddress address(ServerCall<?, ?> call, Metadata headers) {
        if (!(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress peer)) {
            throw new IllegalStateException("this edge is served over TCP only");
        }
        List<String> forwarded = new ArrayList<>();
        all(headers, FORWARDED).forEach(forwarded::add);
        return ClientAddress.of(peer.getAddress(), forwarded, trustedProxies);
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
