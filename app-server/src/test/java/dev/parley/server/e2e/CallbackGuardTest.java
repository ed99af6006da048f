package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Callers may not make the gateway call whom they like. */
@Timeout(60)
class CallbackGuardTest {

    @Test
    void anAddressInsideIsRefusedUnlessTheOperatorHasOpenedIt(@TempDir Path directory) {
        try (var gateway = RunningGateway.start(directory, Map.of("PARLEY_WEBHOOKS_ALLOW", "127.0.0.0/8"))) {
            var metadata = order(gateway, "https://169.254.169.254/latest/meta-data/");
            assertThat(metadata.statusCode()).isEqualTo(400);
            assertThat(new String(metadata.body(), StandardCharsets.UTF_8))
                    .contains("'callback_url' must be a URL that leads to a public address.");
            assertThat(order(gateway, "http://93.184.215.14/").statusCode())
                    .as("plain http to the world")
                    .isEqualTo(400);
            assertThat(order(gateway, "http://127.0.0.1:1/hook").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<byte[]> order(RunningGateway gateway, String callback) {
        var body = """
            {"model": "%s", "callback_url": "%s", "input": {"dialogue": [{"text": "Hello", "voice": "Rachel"}]}}\
            """.formatted(RunningGateway.MODEL, callback);
        return gateway.post(
                "/v1/audio/generations",
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                "Bearer " + RunningGateway.KEY);
    }
}
