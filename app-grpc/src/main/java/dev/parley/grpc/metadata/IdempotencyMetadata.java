package dev.parley.grpc.metadata;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.parley.application.submit.Intent;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The caller's name for what they ask, where they gave it one. */
public final class IdempotencyMetadata implements ServerInterceptor {

    /** Tells, by {@code true}, that an answer is the one to an earlier call. */
    public static final Metadata.Key<String> REPLAYED =
            Metadata.Key.of("idempotent-replayed", Metadata.ASCII_STRING_MARSHALLER);

    private static final Metadata.Key<String> KEY = Metadata.Key.of(Intent.FIELD, Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<Set<String>> GIVEN = Context.key("parley-idempotency-key");

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var values = headers.getAll(KEY);
        Set<String> given = new LinkedHashSet<>();
        if (values != null) {
            values.forEach(given::add);
        }
        return Contexts.interceptCall(Context.current().withValue(GIVEN, given), call, headers, next);
    }

    /**
     * What the present call means to do, where it has a name for it.
     *
     * @param route what is asked for
     * @throws Refused if the name is malformed, or given twice
     */
    public static @Nullable Intent intent(
            String account, String route, Message request, Function<Task, String> answer) {
        return intent(account, route, request, "", answer);
    }

    /**
     * The same for a call that brings more than its request.
     *
     * @param brought digest of that
     */
    public static @Nullable Intent intent(
            String account, String route, Message request, String brought, Function<Task, String> answer) {
        var given = new ArrayList<>(GIVEN.get());
        if (given.size() > 1) {
            throw Refused.invalid(Intent.FIELD, "must be given once.");
        }
        return given.isEmpty()
                ? null
                : new Intent(
                        new IdempotencyKey(
                                account, route, Intent.checked(given.getFirst()), fingerprint(request) + brought),
                        answer);
    }

    /** SHA-256 of the message in the one order of its fields that this gateway writes. */
    private static String fingerprint(Message request) {
        byte[] bytes = new byte[request.getSerializedSize()];
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            request.writeTo(out);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
