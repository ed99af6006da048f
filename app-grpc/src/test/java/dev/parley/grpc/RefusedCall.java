package dev.parley.grpc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client can read out of a call that was refused. */
record RefusedCall(Code code, String message, List<Any> details, Metadata trailers) {

    static RefusedCall by(ThrowingCallable call) {
        return of(Objects.requireNonNull(
                catchThrowableOfType(StatusRuntimeException.class, call), "the call was accepted"));
    }

    static RefusedCall of(StatusRuntimeException refused) {
        var status = Objects.requireNonNull(StatusProto.fromThrowable(refused));
        return new RefusedCall(
                refused.getStatus().getCode(),
                status.getMessage(),
                status.getDetailsList(),
                Objects.requireNonNullElseGet(refused.getTrailers(), Metadata::new));
    }

    String reason() {
        return detail(ErrorInfo.class).map(ErrorInfo::getReason).orElse("");
    }

    String field() {
        return detail(BadRequest.class)
                .map(bad -> bad.getFieldViolations(0).getField())
                .orElse("");
    }

    Optional<RetryInfo> retry() {
        return detail(RetryInfo.class);
    }

    String trailer(String name) {
        return Objects.requireNonNullElse(trailers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)), "");
    }

    <D extends Message> Optional<D> detail(Class<D> type) {
        return details.stream().filter(any -> any.is(type)).findFirst().map(any -> {
            try {
                return any.unpack(type);
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(e);
            }
        });
    }
}
