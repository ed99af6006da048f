package dev.parley.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.HostileJson;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are meant to hurt. The operator's routes have the same test. */
@Timeout(30)
class HostileJsonTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource
    void itIsRefusedAndNothingBreaks(HostileJson hostile) {
        for (String route : new String[] {"/v1/audio/generations", "/v1/estimate"}) {
            var answer = client.post(route, hostile.body);

            assertThat(answer.status()).isEqualTo(hostile.status);
            assertThat(answer.error("code")).isEqualTo("invalid_request");
            assertThat(answer.error("message")).hasSizeLessThan(300).doesNotContain("Exception", "jackson");
        }
        assertThat(gateway.tasks(client.account())).isZero();
    }

    /** Written out, it would have two thousand million digits. */
    @Test
    void aHugeNumberThatNobodyAsksForIsNotWrittenOut() {
        var order = Client.order("Hello", "Rachel").replace("{\"model\"", "{\"more\":1e2147483647,\"model\"");

        assertThat(client.post("/v1/audio/generations", order, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate", "br", "identity", "x", "''"})
    void whatIsCompressedIsNotRead(String encoding) {
        var bomb = BodyPublishers.ofByteArray(HostileJson.bomb());

        var answer = client.send("POST", "/v1/audio/generations", bomb, "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
    }
}
