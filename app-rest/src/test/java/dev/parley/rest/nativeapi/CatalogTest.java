package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Failure;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Gateway;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void modelsShowLimitsAndPrice() {
        try (var gateway = Gateway.start()) {
            var model =
                    gateway.client("5").get("/v1/models").json().path("data").path(0);

            assertThat(model.path("id").asText()).isEqualTo("elevenlabs-text-to-dialogue-v3");
            assertThat(model.path("provider").asText()).isEqualTo("fake");
            assertThat(model.path("limits")).isEqualTo(Answer.parse("""
                {"voices": 10, "characters": 5000, "stability": "one of 0, 0.5, 1"}\
                """));
            assertThat(model.path("languages").toString()).isEqualTo("[\"en\"]");
            assertThat(model.path("formats").toString()).contains("\"mp3_44100_128\"", "\"opus_48000_32\"");
        }
    }

    @Test
    void modelsShowWhoCanServeThem() {
        try (var gateway = Gateway.start()) {
            var model =
                    gateway.client("5").get("/v1/models").json().path("data").path(0);

            assertThat(model.path("routing").asText()).isEqualTo("order");
            assertThat(model.path("candidates")).hasSize(1);
            assertThat(model.path("candidates").path(0).path("provider").asText())
                    .isEqualTo("fake");
            assertThat(model.path("candidates").path(0).path("state").asText()).isEqualTo("well");
        }
    }

    @Test
    void pricesHaveNoExponent() {
        try (var gateway = Gateway.start()) {
            assertThat(gateway.client("5").get("/v1/models").text())
                    .contains("\"credits_per_1000_characters\":10,\"minimum_credits\":0.000001}");
        }
    }

    @Test
    void voicesShowTheirProvider() {
        try (var gateway = Gateway.start()) {
            var answer = gateway.client("5").get("/v1/voices");

            assertThat(answer.json().path("data").path(0)).isEqualTo(Answer.parse("""
                {"voice_id": "21m00Tcm4TlvDq8ikWAM", "name": "Rachel", "provider": "fake",
                 "aliases": ["anchor", "calm"], "description": "A calm voice."}\
                """));
        }
    }

    @Test
    void whatBlocksRunsOnAVirtualThread() {
        try (var gateway = Gateway.start()) {
            gateway.client("5").get("/v1/voices");

            assertThat(gateway.voices.askedOnVirtualThread()).isTrue();
        }
    }

    @Test
    void aProviderThatCannotListIsUnavailable() {
        try (var gateway = Gateway.start()) {
            gateway.voices.fail(new Failure.Misconfigured("the key sk_live_123 is revoked"));

            var answer = gateway.client("5").get("/v1/voices");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.error("code")).isEqualTo("upstream_error");
            assertThat(answer.header("Retry-After")).isEqualTo("60");
            assertThat(answer.text()).doesNotContain("sk_live");
        }
    }
}
