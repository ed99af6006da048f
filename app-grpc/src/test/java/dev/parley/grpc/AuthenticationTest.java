package dev.parley.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.v1.AccountServiceGrpc;
import dev.parley.v1.GetCreditsRequest;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AuthenticationTest {

    private static final GrpcWorld WORLD = new GrpcWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-api-key=" + GrpcWorld.KEY,
                "authorization=Bearer " + GrpcWorld.KEY,
                "authorization=bearer " + GrpcWorld.KEY,
                "authorization=Bearer " + GrpcWorld.KEY + ";x-api-key=" + GrpcWorld.KEY,
                "x-api-key=" + GrpcWorld.KEY + ";x-api-key=" + GrpcWorld.KEY
            })
    void aGoodKeyLetsIn(String headers) {
        assertThat(credits(headers)).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nothing presented     | user-agent=x
        an unknown key        | x-api-key=sk-unknown
        an unknown bearer     | authorization=Bearer sk-unknown
        an empty bearer       | authorization=Bearer
        another scheme        | authorization=Basic c2s6
        the key, no scheme    | x-other=sk-first-account-of-the-tests
        one good, one bad     | x-api-key=sk-first-account-of-the-tests;authorization=Bearer sk-unknown
        two good, two callers | x-api-key=sk-first-account-of-the-tests;x-api-key=sk-second-account-of-the-tests
        """)
    void anythingElseIsRefused(String which, String headers) {
        var refused = RefusedCall.by(() -> credits(headers));

        assertThat(refused.code()).as(which).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refused.reason()).as(which).isEqualTo("INVALID_API_KEY");
        assertThat(refused.message()).as(which).doesNotContain("sk-first", "sk-unknown");
    }

    @Test
    void eachKeySeesItsOwnAccount() {
        WORLD.store.ledger().grant("acc_2", dev.parley.domain.ledger.Credits.ofWhole(1), "more", GrpcWorld.NOW);

        assertThat(credits("x-api-key=" + GrpcWorld.KEY_OF_ANOTHER)).isEqualTo(11_000_000);
    }

    private static long credits(String headers) {
        var metadata = new Metadata();
        for (String header : headers.split(";", -1)) {
            int equals = header.indexOf('=');
            metadata.put(
                    Metadata.Key.of(header.substring(0, equals), Metadata.ASCII_STRING_MARSHALLER),
                    header.substring(equals + 1));
        }
        return AccountServiceGrpc.newBlockingStub(WORLD.channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .getCredits(GetCreditsRequest.getDefaultInstance())
                .getAvailableMicros();
    }
}
