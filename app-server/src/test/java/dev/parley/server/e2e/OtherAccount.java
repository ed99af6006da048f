package dev.parley.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** A second account beside a gateway's first one: strangers to each other. */
final class OtherAccount {

    static final String PASSWORD = "correct horse battery staple";

    /** Voices have no price unless the operator sets one. */
    static final String TARIFF = """
        tariff:
          eleven_multilingual_ttv_v2: {unit: character, per_1000: 10}
          instant_voice_cloning_v1: {unit: request, per_1000: 1000}
        """;

    private OtherAccount() {}

    /** Of a gateway with this upstream. */
    static Map<String, String> settings(URI upstream) {
        return Map.of(
                "PARLEY_ADMIN_PASSWORD",
                PASSWORD,
                "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                FakeElevenLabs.KEY,
                "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                upstream.toString());
    }

    /** A key of another account, which has credits. */
    static String key(RunningGateway gateway, String prefix) {
        String token = post(gateway, "/admin/v1/login", "", "{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}")
                .path("access_token")
                .asText();
        String account = post(gateway, "/admin/v1/accounts", token, "{\"name\":\"Stranger\"}")
                .path("id")
                .asText();
        String path = "/admin/v1/accounts/" + account;
        var _ = post(gateway, path + "/credits", token, "{\"amount\":1000,\"reason\":\"test\"}");
        return post(gateway, path + "/keys", token, "{\"name\":\"tests\",\"prefix\":\"" + prefix + "\"}")
                .path("secret")
                .asText();
    }

    private static JsonNode post(RunningGateway gateway, String path, String token, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        var answer = token.isEmpty()
                ? gateway.post(path, bytes)
                : gateway.post(path, bytes, "Authorization", "Bearer " + token);
        try {
            return RunningGateway.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
