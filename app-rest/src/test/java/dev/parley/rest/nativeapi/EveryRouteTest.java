package dev.parley.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of each route there is: they are asked of the router, so that none can be forgotten. */
class EveryRouteTest {

    /** Open without a key, and not by accident: one tells nothing of anybody's, the others are opened by a signature. */
    private static final Set<String> OPEN = Set.of(
            "GET /health",
            "HEAD /health",
            "GET /audio/{task}/{fileName}",
            "HEAD /audio/{task}/{fileName}",
            "POST /doorbells/{attempt}/{token}");

    private static final Gateway gateway = Gateway.start();
    private static final Client owner = gateway.client("100");
    private static final Client other = gateway.client("100");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static List<String> routes() {
        return gateway.routes().stream()
                .filter(route -> !route.contains(" /admin/"))
                .toList();
    }

    static List<String> guarded() {
        return routes().stream().filter(route -> !OPEN.contains(route)).toList();
    }

    /** Ids of tasks: those of webhooks have a test of their own. */
    static List<String> routesThatTakeAnId() {
        return guarded().stream()
                .filter(route -> route.contains("{id}"))
                .filter(route -> !route.contains("/v1/webhooks/"))
                .toList();
    }

    /** Wrong keys are counted. */
    @BeforeEach
    void aMinuteLater() {
        gateway.clock.forward(java.time.Duration.ofSeconds(61));
    }

    @Test
    void theRoutesAreKnown() {
        assertThat(routes())
                .filteredOn(route -> !route.startsWith("HEAD"))
                .containsExactlyInAnyOrder(
                        "GET /health",
                        "POST /doorbells/{attempt}/{token}",
                        "GET /audio/{task}/{fileName}",
                        "GET /v1/credits",
                        "GET /v1/models",
                        "GET /v1/voices",
                        "GET /v1/tasks",
                        "GET /v1/tasks/{id}",
                        "POST /v1/tasks/{id}/cancel",
                        "POST /v1/audio/generations",
                        "POST /v1/text-to-dialogue",
                        "POST /v1/text-to-dialogue/stream",
                        "POST /v1/text-to-dialogue/with-timestamps",
                        "POST /v1/text-to-dialogue/stream/with-timestamps",
                        "POST /v1/text-to-speech/{voiceId}",
                        "POST /v1/text-to-speech/{voiceId}/stream",
                        "POST /v1/text-to-speech/{voiceId}/with-timestamps",
                        "POST /v1/text-to-speech/{voiceId}/stream/with-timestamps",
                        "POST /v1/speech-to-speech/{voiceId}",
                        "POST /v1/speech-to-speech/{voiceId}/stream",
                        "POST /v1/dubbing",
                        "GET /v1/dubbing",
                        "GET /v1/dubbing/{dubbingId}",
                        "DELETE /v1/dubbing/{dubbingId}",
                        "GET /v1/dubbing/{dubbingId}/audio/{languageCode}",
                        "POST /v1/speech-to-text",
                        "GET /v1/speech-to-text/transcripts/{transcriptionId}",
                        "DELETE /v1/speech-to-text/transcripts/{transcriptionId}",
                        "GET /v1/text-to-speech/{voiceId}/stream-input",
                        "GET /v1/text-to-speech/{voiceId}/multi-stream-input",
                        "GET /v1/speech-to-text/realtime",
                        "GET /v1/speech-to-text/stream",
                        "GET /v1/convai/conversation",
                        "GET /v1/convai/conversation/get-signed-url",
                        "GET /v1/convai/conversation/get_signed_url",
                        "POST /v1/single-use-token/{type}",
                        "POST /v1/sound-generation",
                        "POST /v1/music",
                        "POST /v1/music-generation",
                        "POST /v1/music/stream",
                        "POST /v1/music/detailed",
                        "POST /v1/music/plan",
                        "POST /v1/music/stem-separation",
                        "POST /v1/text-to-voice",
                        "POST /v1/text-to-voice/design",
                        "POST /v1/text-to-voice/create-previews",
                        "GET /v1/text-to-voice/{generatedVoiceId}/stream",
                        "POST /v1/text-to-voice/{generatedVoiceId}/save",
                        "POST /v1/voices/add",
                        "POST /v1/voices/{voiceId}/edit",
                        "DELETE /v1/voices/{voiceId}",
                        "GET /v2/voices",
                        "GET /v1/voices/{voiceId}",
                        "GET /v1/voices/{voiceId}/settings",
                        "GET /v1/voices/settings/default",
                        "GET /v1/user",
                        "GET /v1/user/subscription",
                        "GET /v1/models/{model}",
                        "GET /v1/audio/voices",
                        "POST /v1/audio/speech",
                        "POST /api/v1/audio/speech",
                        "GET /api/v1/tasks/{id}",
                        "GET /api/v1/models",
                        "POST /eleven-v3-alpha-954/v1/eleven-v3-alpha-request",
                        "POST /elevenlabs-music-api-368/v1/elevenlabs-music-api-request",
                        "GET /v2/requests/status/{requestId}",
                        "POST /v1/estimate",
                        "GET /v1/webhooks/endpoints",
                        "POST /v1/webhooks/endpoints",
                        "GET /v1/webhooks/endpoints/{id}",
                        "PATCH /v1/webhooks/endpoints/{id}",
                        "DELETE /v1/webhooks/endpoints/{id}",
                        "POST /v1/webhooks/endpoints/{id}/rotate",
                        "GET /v1/webhooks/endpoints/{id}/secret",
                        "POST /v1/webhooks/endpoints/{id}/test",
                        "POST /v1/webhooks/endpoints/{id}/resend",
                        "GET /v1/webhooks/deliveries",
                        "GET /v1/webhooks/deliveries/{id}",
                        "POST /v1/webhooks/deliveries/{id}/resend",
                        "GET /v1/webhooks/callback-secret",
                        "POST /v1/webhooks/callback-secret/rotate");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void noneIsOpenWithoutAKey(String route) {
        var jwt = "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl";
        for (var headers : List.of(
                new String[] {"Accept", "*/*"},
                new String[] {"x-api-key", "sk-unknown"},
                new String[] {"xi-api-key", "sk-unknown"},
                new String[] {"Authorization", "Bearer sk-unknown"},
                new String[] {"Authorization", jwt})) {
            var answer = other.bare(method(route), path(route, "x"), BodyPublishers.noBody(), headers);
            assertThat(answer.status()).as(route).isEqualTo(401);
            if (!route.startsWith("HEAD")) {
                assertThat(answer.refusal())
                        .as(route)
                        .isIn(
                                "invalid_api_key authentication_error",
                                "needs_authorization authentication_error",
                                "invalid_api_key invalid_request_error",
                                "Unauthorized");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routesThatTakeAnId")
    void somebodyElsesIdReadsAsOneThatNeverWas(String route) {
        String id = owner.submit(Client.ORDER);
        var nobodys = send(route, UUID.randomUUID().toString());

        var somebodys = send(route, id);

        assertThat(somebodys.status()).isEqualTo(nobodys.status()).isEqualTo(404);
        assertThat(somebodys.bytes()).isEqualTo(nobodys.bytes());
        assertThat(somebodys.response().headers().map().keySet())
                .isEqualTo(nobodys.response().headers().map().keySet());
        assertEnvelope(route, somebodys, "task_not_found");
        assertThat(gateway.task(id).revision()).as("untouched").isZero();
    }

    @Test
    void somebodyElsesTaskIsNoCursorAndReadsAsNone() {
        String id = owner.submit(Client.ORDER);

        assertThat(other.get("/v1/tasks?cursor=" + id).text())
                .isEqualTo(other.get("/v1/tasks?cursor=" + UUID.randomUUID()).text());
    }

    /** The signature names the task: another's link with one's own task in it is forged. */
    @Test
    void somebodyElsesAudioNeedsTheirLink() {
        String theirs = owner.submit(Client.ORDER);
        String mine = other.submit(Client.ORDER);
        gateway.complete(theirs, new byte[] {1});
        gateway.complete(mine, new byte[] {2});
        String link = other.get("/v1/tasks/" + mine).json().at("/output/urls/0").asText();

        assertThat(other.bareGet(link).status()).isEqualTo(200);
        assertThat(other.bareGet(link.replace(mine, theirs)).status()).isEqualTo(403);
    }

    private static Answer send(String route, String id) {
        return other.send(method(route), path(route, id), BodyPublishers.noBody());
    }

    private static String method(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    private static String path(String route, String id) {
        return route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]*}", id);
    }

    private static void assertEnvelope(String route, Answer answer, String code) {
        if (!route.toUpperCase(Locale.ROOT).startsWith("HEAD")) {
            assertThat(answer.error("code")).as(route).isEqualTo(code);
            assertThat(answer.json().path("error")).hasSize(3);
        }
    }
}
