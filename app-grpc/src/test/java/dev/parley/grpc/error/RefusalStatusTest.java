package dev.parley.grpc.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalStatusTest {

    private static final Duration SOON = Duration.ofMillis(1500);

    static Stream<Arguments> table() {
        return Stream.of(
                row(new Refusal.Unauthenticated("m"), Code.UNAUTHENTICATED, "INVALID_API_KEY"),
                row(new Refusal.Invalid("model", "m"), Code.INVALID_ARGUMENT, "INVALID_REQUEST"),
                row(new Refusal.ModelNotFound("m"), Code.NOT_FOUND, "MODEL_NOT_FOUND"),
                row(new Refusal.TaskNotFound("m"), Code.NOT_FOUND, "TASK_NOT_FOUND"),
                row(
                        new Refusal.CreditsShort(Credits.ofWhole(2), Credits.ofWhole(1)),
                        Code.FAILED_PRECONDITION,
                        "INSUFFICIENT_CREDITS"),
                row(new Refusal.TooMany("m", SOON), Code.RESOURCE_EXHAUSTED, "RATE_LIMIT_EXCEEDED"),
                row(new Refusal.Unavailable("m", SOON), Code.UNAVAILABLE, "UPSTREAM_ERROR"),
                row(new Refusal.RejectedUpstream("m"), Code.FAILED_PRECONDITION, "UPSTREAM_REJECTED"),
                row(new Refusal.TaskCancelled("m"), Code.CANCELLED, "TASK_CANCELLED"),
                row(new Refusal.AddressNotAllowed("m"), Code.PERMISSION_DENIED, "IP_NOT_ALLOWED"),
                row(
                        new Refusal.SpendLimitReached(SpendSpan.DAY, Credits.ofWhole(1), SOON),
                        Code.RESOURCE_EXHAUSTED,
                        "SPEND_LIMIT_EXCEEDED"),
                row(new Refusal.KeyReused("m"), Code.FAILED_PRECONDITION, "IDEMPOTENCY_KEY_REUSED"),
                row(new Refusal.StillRunning("m", SOON), Code.ABORTED, "REQUEST_IN_PROGRESS"),
                row(new Refusal.NotFound("m"), Code.NOT_FOUND, "NOT_FOUND"),
                row(new Refusal.Conflict("m"), Code.FAILED_PRECONDITION, "CONFLICT"));
    }

    private static Arguments row(Refusal refusal, Code code, String reason) {
        return Arguments.of(refusal, code, reason);
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRefusalHasItsCodeAndReason(Refusal refusal, Code code, String reason) throws Exception {
        var status = RefusalStatus.of(new Refused(refusal));

        var info = details(status).getFirst().unpack(ErrorInfo.class);
        assertThat(status.getStatus().getCode()).isEqualTo(code);
        assertThat(info.getReason()).isEqualTo(reason);
        assertThat(info.getDomain()).isEqualTo("parley.dev");
    }

    @Test
    void theTableIsWhole() {
        assertThat(table().map(row -> row.get()[0].getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Refusal.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    static Stream<Refusal> worthWaiting() {
        return Stream.of(
                new Refusal.Unavailable("m", SOON),
                new Refusal.TooMany("m", SOON),
                new Refusal.StillRunning("m", SOON),
                new Refusal.SpendLimitReached(SpendSpan.HOUR, Credits.ofWhole(1), SOON));
    }

    @ParameterizedTest
    @MethodSource("worthWaiting")
    void waitingIsToldTwice(Refusal refusal) throws Exception {
        var status = RefusalStatus.of(refusal);

        var delay = details(status).get(1).unpack(RetryInfo.class).getRetryDelay();
        assertThat(Duration.ofSeconds(delay.getSeconds(), delay.getNanos())).isEqualTo(SOON);
        assertThat(Objects.requireNonNull(status.getTrailers()).get(RefusalStatus.RETRY_AFTER))
                .isEqualTo("2");
        assertThat(Objects.requireNonNull(status.getTrailers()).get(RefusalStatus.PUSHBACK))
                .isEqualTo("2000");
    }

    @ParameterizedTest
    @CsvSource({"60, 60000", "61, -1"})
    void aClientsLibraryIsNotSentToWaitForLong(int seconds, String pushback) {
        var status = RefusalStatus.of(new Refusal.TooMany("m", Duration.ofSeconds(seconds)));

        assertThat(Objects.requireNonNull(status.getTrailers()).get(RefusalStatus.PUSHBACK))
                .isEqualTo(pushback);
    }

    @Test
    void waitingDoesNotHelpAgainstATotalLimit() {
        var status = RefusalStatus.of(new Refusal.SpendLimitReached(SpendSpan.TOTAL, Credits.ofWhole(1), null));

        assertThat(details(status)).hasSize(1);
        assertThat(Objects.requireNonNull(status.getTrailers()).containsKey(RefusalStatus.RETRY_AFTER))
                .isFalse();
    }

    @Test
    void aBadFieldIsToldByPath() throws Exception {
        var status = RefusalStatus.of(new Refusal.Invalid("dialogue[3].text", "must not be blank."));

        var violation = details(status).get(1).unpack(BadRequest.class).getFieldViolations(0);
        assertThat(violation.getField()).isEqualTo("input.dialogue[3].text");
        assertThat(status.getStatus().getDescription()).isEqualTo("'input.dialogue[3].text' must not be blank.");
    }

    @Test
    void shortCreditsAreToldInNumbers() throws InvalidProtocolBufferException {
        var status = RefusalStatus.of(new Refusal.CreditsShort(Credits.ofWhole(2), Credits.ofWhole(1)));

        assertThat(details(status).getFirst().unpack(ErrorInfo.class).getMetadataMap())
                .containsEntry("needed_micros", "2000000")
                .containsEntry("available_micros", "1000000");
    }

    @Test
    void theLongestMessageFitsIntoTheTrailersThatClientsTake() {
        var status = RefusalStatus.of(new Refusal.RejectedUpstream("語".repeat(10_000)));

        int header = 9 * String.valueOf(status.getStatus().getDescription()).length();
        int details = Objects.requireNonNull(StatusProto.fromThrowable(status)).getSerializedSize() * 4 / 3;
        assertThat(header + details).isLessThan(8000);
    }

    @Test
    void whatNobodyForesawIsNotShown() {
        var status = RefusalStatus.of(new IllegalStateException("the password is swordfish"));

        assertThat(status.getStatus().getCode()).isEqualTo(Code.INTERNAL);
        assertThat(status.getStatus().getCause()).isNull();
        assertThat(details(status).toString()).doesNotContain("swordfish");
    }

    private static List<Any> details(StatusRuntimeException status) {
        return Objects.requireNonNull(StatusProto.fromThrowable(status)).getDetailsList();
    }
}
