package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.KEY_OF_ANOTHER;
import static dev.parley.grpc.GrpcWorld.MODEL;
import static dev.parley.grpc.GrpcWorld.input;
import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.v1.AccountServiceGrpc;
import dev.parley.v1.AccountServiceGrpc.AccountServiceBlockingStub;
import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.EstimateDialogueRequest;
import dev.parley.v1.GetCreditsRequest;
import dev.parley.v1.ListModelsRequest;
import dev.parley.v1.Model;
import dev.parley.v1.StreamDialogueRequest;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what the others are told. */
@Timeout(20)
class KeyAccessTest {

    private final GrpcWorld world = new GrpcWorld();
    private final String key = world.key(KeyLimits.NONE);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiKey.State.class,
            names = {"DISABLED", "DELETED"})
    void aKeyThatIsTurnedOffOpensNothing(ApiKey.State state) {
        assertThat(credits(key)).isPositive();

        world.change(key, stored -> stored.in(state));

        assertUnauthenticated(() -> credits(key));
    }

    @Test
    void aKeyThatIsEnabledAgainOpensAgain() {
        world.change(key, stored -> stored.in(ApiKey.State.DISABLED));
        world.change(key, stored -> stored.in(ApiKey.State.ENABLED));

        assertThat(credits(key)).isPositive();
    }

    @Test
    void aRotatedKeyHasTwoSecretsForAWhile() {
        var end = GrpcWorld.NOW.plus(Duration.ofHours(1));
        var next = world.rotate(key, end);

        world.now = end.minusMillis(1);
        assertThat(credits(key)).isPositive();
        world.now = end;

        assertUnauthenticated(() -> credits(key));
        assertThat(credits(next)).isPositive();
    }

    @Test
    void aBannedAccountsKeysOpenNothing() {
        world.store.accounts().save(new Account("acc_2", "x", GrpcWorld.NOW, true));

        assertUnauthenticated(() -> credits(KEY_OF_ANOTHER));
    }

    @Test
    void aMistypedKeyIsNoKey() {
        var issued = KeySecret.issue(new SecureRandom()).value();
        var mistyped = issued.substring(0, 10) + (issued.charAt(10) == 'a' ? 'b' : 'a') + issued.substring(11);

        assertUnauthenticated(() -> credits(issued));
        assertUnauthenticated(() -> credits(mistyped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl", "sk-", "%", "' OR 1=1 --"})
    void noOtherTextIsAKey(String text) {
        assertUnauthenticated(() -> credits(text));
        assertUnauthenticated(() -> credits("authorization", "Bearer " + text));
    }

    /** Each costs a look into the store. */
    @Test
    void manyKeysAreNotEvenLookedUp() {
        var headers = new Metadata();
        IntStream.range(0, 5)
                .forEach(i ->
                        headers.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), "sk-number-" + i));
        var account = AccountServiceGrpc.newBlockingStub(world.channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));

        var refused = RefusedCall.by(() -> account.getCredits(GetCreditsRequest.getDefaultInstance()));

        assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refused.message()).isEqualTo("The request carries too many keys: send one.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        198.51.100.0/24               ; 198.51.100.7                     ; true
        198.51.100.0/24               ; 198.51.101.7                     ; false
        198.51.100.0/24               ; ::ffff:198.51.100.7              ; true
        198.51.100.0/24               ; 198.51.100.7:1234                ; true
        198.51.100.0/24               ; 198.51.100.7, 203.0.113.1        ; false
        198.51.100.0/24               ; 198.51.100.7, 10.1.1.1           ; true
        198.51.100.0/24               ; 198.51.100.7|203.0.113.1         ; false
        198.51.100.0/24               ; 203.0.113.1|198.51.100.7         ; true
        198.51.100.0/24               ; 198.51.100.7, unknown            ; false
        198.51.100.0/24               ; for=198.51.100.7                 ; false
        198.51.100.0/24               ; 2001:db8::7                      ; false
        2001:db8::/32                 ; 2001:db8::7                      ; true
        2001:db8::/32                 ; [2001:db8::7]:443                ; true
        2001:db8::/32                 ; [2001:db8::7                     ; false
        2001:db8::/32, 203.0.113.1    ; 203.0.113.1                      ; true
        2001:db8::/32, 203.0.113.1    ; 203.0.113.2                      ; false
        203.0.113.1                   ; ,                                ; false
        """)
    void anAllowlistLetsInWhomItLists(String ranges, String forwarded, boolean letIn) {
        var limited = allowing(ranges);

        if (letIn) {
            assertThat(creditsFrom(limited, forwarded)).isPositive();
        } else {
            var refused = RefusedCall.by(() -> creditsFrom(limited, forwarded));
            assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
            assertThat(refused.reason()).isEqualTo("IP_NOT_ALLOWED");
        }
    }

    @Test
    void whoIsNotInTheAllowlistIsToldTheAddressThatCounts() {
        var refused = RefusedCall.by(() -> creditsFrom(allowing("198.51.100.0/24"), "198.51.100.1, 203.0.113.9"));

        assertThat(refused.message()).contains("203.0.113.9");
    }

    @Test
    void aKeySeesOnlyTheModelsThatItMayUse() {
        assertThat(models(onlyFor("scripted-1"))).containsExactly("scripted-1");
        assertThat(models(key)).contains(MODEL);
    }

    @Test
    void aModelThatTheKeyMayNotUseIsNotFound() {
        var dialogue = world.dialogue(onlyFor("scripted-1"));
        var input = input("Hello");
        var create = CreateTaskRequest.newBuilder().setModel(MODEL).setInput(input);
        var estimate = EstimateDialogueRequest.newBuilder().setModel(MODEL).setInput(input);
        var stream = StreamDialogueRequest.newBuilder().setModel(MODEL).setInput(input);

        for (var call : List.<ThrowingCallable>of(
                () -> dialogue.createTask(create.build()),
                () -> dialogue.estimateDialogue(estimate.build()),
                () -> dialogue.streamDialogue(stream.build()).next())) {
            var refused = RefusedCall.by(call);
            assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
            assertThat(refused.reason()).isEqualTo("MODEL_NOT_FOUND");
        }
        assertThat(world.tasks()).isEmpty();
    }

    @Test
    void aLackOfCreditsTellsHowMuch() {
        var refused = RefusedCall.by(() -> world.dialogue()
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(MODEL)
                        .setInput(input("x".repeat(1001)))
                        .build()));

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("INSUFFICIENT_CREDITS");
        assertThat(refused.detail(com.google.rpc.ErrorInfo.class).orElseThrow().getMetadataMap())
                .containsEntry("needed_micros", "10010000")
                .containsEntry("available_micros", "10000000");
        assertThat(world.balance().held()).isEqualTo(Credits.NONE);
    }

    @Test
    void aGuesserIsStoppedAndTheKeysInUseAreNot() {
        assertThat(creditsFrom(key, "203.0.113.77")).isPositive();
        for (int i = 0; i < 60; i++) {
            String guess = "sk-guess-" + i;
            assertUnauthenticated(() -> creditsFrom(guess, "203.0.113.77"));
        }

        var stopped = RefusedCall.by(() -> creditsFrom("sk-guess", "203.0.113.77"));

        assertThat(stopped.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(stopped.trailer("retry-after")).isEqualTo("1");
        assertThat(creditsFrom(key, "203.0.113.77")).isPositive();
    }

    private void assertUnauthenticated(ThrowingCallable call) {
        var refused = RefusedCall.by(call);
        assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refused.reason()).isEqualTo("INVALID_API_KEY");
        assertThat(refused.message()).isEqualTo("The API key is invalid, disabled, or deleted.");
        assertThat(refused.retry()).isEmpty();
    }

    private String onlyFor(String model) {
        return world.key(new KeyLimits(List.of(), Set.of(model), null, null, SpendLimits.NONE));
    }

    private String allowing(String ranges) {
        var allowlist =
                Arrays.stream(ranges.split(", ", -1)).map(IpRange::parse).toList();
        return world.key(new KeyLimits(allowlist, Set.of(), null, null, SpendLimits.NONE));
    }

    private List<String> models(String secret) {
        return with(CatalogServiceGrpc.newBlockingStub(world.channel), "x-api-key", secret)
                .listModels(ListModelsRequest.getDefaultInstance())
                .getModelsList()
                .stream()
                .map(Model::getName)
                .toList();
    }

    private long credits(String secret) {
        return credits("x-api-key", secret);
    }

    private long credits(String header, String value) {
        return credits(with(AccountServiceGrpc.newBlockingStub(world.channel), header, value));
    }

    /** A bar parts the values of two headers. */
    private long creditsFrom(String secret, String forwarded) {
        var stub = with(AccountServiceGrpc.newBlockingStub(world.channel), "x-api-key", secret);
        var headers = new Metadata();
        for (String value : forwarded.split("\\|", -1)) {
            headers.put(Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER), value);
        }
        return credits(stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers)));
    }

    private static long credits(AccountServiceBlockingStub stub) {
        return stub.getCredits(GetCreditsRequest.getDefaultInstance()).getAvailableMicros();
    }
}
