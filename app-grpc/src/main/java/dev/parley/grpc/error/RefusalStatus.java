package dev.parley.grpc.error;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.parley.application.Outage;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How gRPC tells each refusal: a status code, a reason, and what a program can act on. */
public final class RefusalStatus {

    static final Metadata.Key<String> RETRY_AFTER = Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER);

    /** What the retry policies of gRPC clients wait for, in milliseconds; negative tells them to give up: gRPC proposal A6. */
    static final Metadata.Key<String> PUSHBACK =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

    /** Nobody wants a call that hangs in a client's library until the next hour. */
    private static final long PUSHBACK_SECONDS_MAX = 60;

    private static final System.Logger LOG = System.getLogger(RefusalStatus.class.getName());
    private static final String DOMAIN = "parley.dev";
    /** Clients take 8 KiB of trailers, and a message is in them twice, once with each byte beyond ASCII as three. */
    private static final int MESSAGE_LENGTH_MAX = 600;

    private RefusalStatus() {}

    private record Told(Code code, String reason, Map<String, String> metadata) {}

    /** The answer to anything that is thrown while a call is served. What nobody foresaw is logged, and not shown. */
    public static StatusRuntimeException of(RuntimeException thrown) {
        return switch (thrown) {
            case Refused refused -> of(refused.refusal());
            case MalformedRequest malformed -> invalid(malformed.path(), malformed.sentence());
            case StatusRuntimeException e
            when e.getCause() instanceof InvalidProtocolBufferException cause ->
                invalid("", "The request cannot be read: " + cause.getMessage());
            // The transport measures a compressed message while it is read.
            case StatusRuntimeException e
            when e.getStatus().getCode() == Code.RESOURCE_EXHAUSTED ->
                status(
                        new Told(Code.RESOURCE_EXHAUSTED, "REQUEST_TOO_LARGE", Map.of()),
                        "The request is larger than this server takes.",
                        List.of());
            default -> Outage.of(thrown).map(RefusalStatus::of).orElseGet(() -> broken(thrown));
        };
    }

    private static StatusRuntimeException broken(RuntimeException thrown) {
        LOG.log(System.Logger.Level.ERROR, "a gRPC call broke", thrown);
        return status(
                new Told(Code.INTERNAL, "INTERNAL_ERROR", Map.of()), "Something went wrong in the gateway.", List.of());
    }

    static StatusRuntimeException of(Refusal refusal) {
        var told = told(refusal);
        if (refusal instanceof Refusal.Invalid(String field, String message)) {
            var path = FieldPath.of(field);
            return invalid(path, "'" + path + "' " + message);
        }
        var retryAfter = retryAfter(refusal);
        if (retryAfter == null) {
            return status(told, refusal.message(), List.of());
        }
        var status = status(told, refusal.message(), List.of(retryInfo(retryAfter)));
        long seconds = wholeSeconds(retryAfter);
        trailers(status).put(RETRY_AFTER, Long.toString(seconds));
        trailers(status).put(PUSHBACK, Long.toString(seconds > PUSHBACK_SECONDS_MAX ? -1 : seconds * 1_000));
        return status;
    }

    private static Told told(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthenticated _ -> new Told(Code.UNAUTHENTICATED, "INVALID_API_KEY", Map.of());
            case Refusal.Invalid _ -> new Told(Code.INVALID_ARGUMENT, "INVALID_REQUEST", Map.of());
            case Refusal.ModelNotFound _ -> new Told(Code.NOT_FOUND, "MODEL_NOT_FOUND", Map.of());
            case Refusal.TaskNotFound _ -> new Told(Code.NOT_FOUND, "TASK_NOT_FOUND", Map.of());
            case Refusal.CreditsShort(var needed, var available) ->
                new Told(
                        Code.FAILED_PRECONDITION,
                        "INSUFFICIENT_CREDITS",
                        Map.of(
                                "needed_micros", Long.toString(needed.micros()),
                                "available_micros", Long.toString(available.micros())));
            case Refusal.TooMany _ -> new Told(Code.RESOURCE_EXHAUSTED, "RATE_LIMIT_EXCEEDED", Map.of());
            case Refusal.Unavailable _ -> new Told(Code.UNAVAILABLE, "UPSTREAM_ERROR", Map.of());
            case Refusal.RejectedUpstream _ -> new Told(Code.FAILED_PRECONDITION, "UPSTREAM_REJECTED", Map.of());
            case Refusal.TaskCancelled _ -> new Told(Code.CANCELLED, "TASK_CANCELLED", Map.of());
            case Refusal.AddressNotAllowed _ -> new Told(Code.PERMISSION_DENIED, "IP_NOT_ALLOWED", Map.of());
            case Refusal.SpendLimitReached _ -> new Told(Code.RESOURCE_EXHAUSTED, "SPEND_LIMIT_EXCEEDED", Map.of());
            case Refusal.KeyReused _ -> new Told(Code.FAILED_PRECONDITION, "IDEMPOTENCY_KEY_REUSED", Map.of());
            case Refusal.StillRunning _ -> new Told(Code.ABORTED, "REQUEST_IN_PROGRESS", Map.of());
            case Refusal.NotFound _ -> new Told(Code.NOT_FOUND, "NOT_FOUND", Map.of());
            case Refusal.Conflict _ -> new Told(Code.FAILED_PRECONDITION, "CONFLICT", Map.of());
        };
    }

    private static @Nullable Duration retryAfter(Refusal refusal) {
        return switch (refusal) {
            case Refusal.TooMany(var _, Duration retryAfter, var _) -> retryAfter;
            case Refusal.Unavailable(var _, Duration retryAfter) -> retryAfter;
            case Refusal.StillRunning(var _, Duration retryAfter) -> retryAfter;
            case Refusal.SpendLimitReached spent -> spent.retryAfter();
            case Refusal.Unauthenticated _,
                    Refusal.Invalid _,
                    Refusal.ModelNotFound _,
                    Refusal.TaskNotFound _,
                    Refusal.CreditsShort _,
                    Refusal.RejectedUpstream _,
                    Refusal.TaskCancelled _,
                    Refusal.AddressNotAllowed _,
                    Refusal.KeyReused _,
                    Refusal.NotFound _,
                    Refusal.Conflict _ -> null;
        };
    }

    private static StatusRuntimeException invalid(String path, String sentence) {
        var violation = BadRequest.FieldViolation.newBuilder().setField(path).setDescription(shortened(sentence));
        return status(
                new Told(Code.INVALID_ARGUMENT, "INVALID_REQUEST", path.isEmpty() ? Map.of() : Map.of("field", path)),
                sentence,
                List.of(BadRequest.newBuilder().addFieldViolations(violation).build()));
    }

    private static StatusRuntimeException status(Told told, String message, List<? extends Message> more) {
        List<Any> details = new ArrayList<>();
        details.add(Any.pack(ErrorInfo.newBuilder()
                .setReason(told.reason())
                .setDomain(DOMAIN)
                .putAllMetadata(told.metadata())
                .build()));
        more.forEach(detail -> details.add(Any.pack(detail)));
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(told.code().value())
                .setMessage(shortened(message))
                .addAllDetails(details)
                .build());
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_LENGTH_MAX ? message : message.substring(0, MESSAGE_LENGTH_MAX) + "…";
    }

    private static Metadata trailers(StatusRuntimeException status) {
        var trailers = status.getTrailers();
        if (trailers == null) {
            throw new IllegalStateException("details travel in trailers");
        }
        return trailers;
    }

    private static RetryInfo retryInfo(Duration retryAfter) {
        return RetryInfo.newBuilder()
                .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(retryAfter.toSeconds())
                        .setNanos(retryAfter.toNanosPart()))
                .build();
    }

    private static long wholeSeconds(Duration retryAfter) {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }
}
