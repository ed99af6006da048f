package dev.parley.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.proxies.upstream.FakePixazo;
import dev.parley.server.e2e.Wishes.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No route reaches a provider without a hold: each there is, asked by a key that cannot pay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class NoRouteIsFreeTest {

    private final FakeElevenLabs upstream = FakeElevenLabs.start();
    private final FakePixazo reseller = new FakePixazo();

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway poor;

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway rich;

    @BeforeAll
    void start(@TempDir Path poorData, @TempDir Path richData) throws IOException {
        poor = gateway(poorData, "0");
        rich = gateway(richData, "100000");
    }

    @AfterAll
    void stop() {
        poor.close();
        rich.close();
        upstream.close();
        reseller.close();
    }

    private RunningGateway gateway(Path data, String credits) throws IOException {
        Files.writeString(data.resolve("parley.yml"), """
            tariff:
              stem_separation_v1: {unit: second_in, per_1000: 500}
              eleven_multilingual_ttv_v2: {unit: character, per_1000: 10}
              instant_voice_cloning_v1: {unit: request, per_1000: 1000}
              elevenlabs-agents: {unit: second_in, per_1000: 1000}
            routes: {eleven-v3-alpha-954: {providers: elevenlabs}}
            """);
        return RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_BOOTSTRAP_CREDITS",
                        credits,
                        "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                        FakeElevenLabs.KEY,
                        "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                        upstream.uri().toString(),
                        "PARLEY_PROVIDERS_PIXAZO_API_KEY",
                        FakePixazo.KEY,
                        "PARLEY_PROVIDERS_PIXAZO_BASE_URL",
                        reseller.uri().toString()));
    }

    @Test
    void everyRouteIsKnownToThisTest() {
        assertThat(Routes.all())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Wishes.RENDERING.keySet().stream(), Wishes.OTHERS.stream())
                                .toList());
    }

    static List<String> rendering() {
        return Wishes.RENDERING.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("rendering")
    void whoCannotPayReachesNoProvider(String route) {
        int before = renderings();
        var wish = Wishes.of(route);

        var refused = ask(poor, route, wish);

        assertThat(refused.statusCode()).as(text(refused)).isIn(wish.free() ? List.of(200) : List.of(401, 402, 429));
        if (!wish.free()) {
            assertThat(text(refused)).containsIgnoringCase("balance");
            assertThat(renderings()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("rendering")
    void whoCanPayIsServedAndTheBooksSayHow(String route) {
        int before = renderings();
        var wish = Wishes.of(route);

        var answer = ask(rich, route, wish);

        assertThat(answer.statusCode()).as(text(answer)).isBetween(200, 202);
        awaitNothingHeld();
        assertThat(renderings()).as("renderings").isGreaterThan(before);
        assertThat(spent()).isPositive();
    }

    @Test
    void everySessionIsKnownToThisTest() {
        assertThat(Routes.sessions()).containsExactlyInAnyOrderElementsOf(Wishes.SESSIONS);
    }

    static List<String> sessions() {
        return Wishes.SESSIONS.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void whoCannotPayConnectsToNoProvider(String path) throws Exception {
        String asked = path.replace("{voiceId}", "21m00Tcm4TlvDq8ikWAM") + "?agent_id=agent_1";
        int before = upstream.requests().size();
        try (var client = HttpClient.newHttpClient();
                var line = Line.to(poor, client, asked, "xi-api-key", RunningGateway.KEY)) {
            assertThat(line.closed()).isEqualTo(1008);
            assertThat(line.reason()).containsIgnoringCase("balance");
        }
        assertThat(upstream.requests().subList(before, upstream.requests().size()))
                .noneMatch(
                        request -> request.path().equals(path) || request.path().contains("stream-input"));
    }

    static List<String> others() {
        return Wishes.OTHERS.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void noOtherRouteReachesAProvider(String route) {
        int before = renderings();

        var _ = ask(rich, route, new Wish("application/json", "{}".getBytes(UTF_8), false));

        assertThat(renderings()).isEqualTo(before);
    }

    private int renderings() {
        return upstream.renderings().size() + reseller.submitted().size();
    }

    private void awaitNothingHeld() {
        for (int i = 0; i < 1000 && held() > 0; i++) {
            Thread.onSpinWait();
        }
        assertThat(held()).as("held").isZero();
    }

    private double held() {
        return rich.getJson("/v1/credits").path("data").path("held").asDouble();
    }

    private double spent() {
        return rich.getJson("/v1/credits").path("data").path("spent").asDouble();
    }

    private static HttpResponse<byte[]> ask(RunningGateway gateway, String route, Wish wish) {
        int space = route.indexOf(' ');
        String path = route.substring(space + 1)
                .replace("{voiceId}", "21m00Tcm4TlvDq8ikWAM")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return gateway.ask(
                route.substring(0, space),
                path,
                wish.body(),
                "Content-Type",
                wish.contentType(),
                credential(path),
                (credential(path).equals("Authorization") ? "Bearer " : "") + RunningGateway.KEY);
    }

    /** That of the path's own dialect. */
    private static String credential(String path) {
        if (Wishes.OF_PIXAZO.stream().anyMatch(path::startsWith)) {
            return "Ocp-Apim-Subscription-Key";
        }
        return Wishes.OF_ELEVENLABS.stream().anyMatch(path::startsWith) ? "xi-api-key" : "Authorization";
    }

    private static String text(HttpResponse<byte[]> response) {
        var shown = new ByteArrayOutputStream();
        shown.write(response.body(), 0, Math.min(500, response.body().length));
        return response.statusCode() + " " + shown.toString(UTF_8);
    }
}
