package dev.parley.adapters.proxies.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.proxies.job.Bench;
import dev.parley.adapters.proxies.job.Door;
import dev.parley.adapters.proxies.upstream.FakeAivideoapi;
import dev.parley.adapters.proxies.upstream.FakeJobs.Ending;
import dev.parley.adapters.proxies.upstream.FakeJobs.Job;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** seeds/000, line by line. */
final class AivideoapiTest {

    private static final String MODEL = "elevenlabs-text-to-dialogue-v3";
    private static final String RACHEL = "21m00Tcm4TlvDq8ikWAM";
    private static final String DOMI = "AZnzlk1XvdvUeBnXmlld";
    private static final RenderRequest REQUEST = Bench.dialogue(MODEL, RACHEL, DOMI);

    private final FakeAivideoapi upstream = new FakeAivideoapi();
    private final Bench bench = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream);

    @AfterEach
    void close() {
        bench.close();
        upstream.close();
    }

    @Test
    void submissionIsAsDocumented() throws ProviderException {
        bench.hear(REQUEST);
        Job job = upstream.submitted().getFirst();
        assertThat(job.request().path()).isEqualTo("/v1/audio/generations");
        assertThat(job.request().header("Authorization")).contains("Bearer " + FakeAivideoapi.KEY);
        assertThat(job.request().header("Content-Type")).contains("application/json");
        assertThat(job.body()).hasToString("""
            {"model":"elevenlabs-text-to-dialogue-v3","input":{"dialogue":[\
            {"text":"Hey! Did you finish the report?","voice":"21m00Tcm4TlvDq8ikWAM"},\
            {"text":"Almost — just adding the final numbers now.","voice":"AZnzlk1XvdvUeBnXmlld"}],\
            "stability":0.5,"language_code":"auto"}}\
            """);
    }

    @Test
    void jobIsAskedAfterUnderItsId() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(upstream.http().requests())
                .anyMatch(request -> request.path()
                                .equals("/v1/tasks/"
                                        + upstream.submitted().getFirst().id())
                        && request.header("Authorization").orElse("").equals("Bearer " + FakeAivideoapi.KEY));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.2, 0", "0.3, 0.5", "0.5, 0.5", "0.74, 0.5", "0.76, 1", "1, 1"})
    void stabilityIsOneOfThree(double asked, double sent) throws ProviderException {
        bench.hear(Bench.dialogue(MODEL, asked, RACHEL, DOMI));
        assertThat(upstream.submitted()
                        .getFirst()
                        .body()
                        .path("input")
                        .path("stability")
                        .asDouble())
                .isEqualTo(sent);
    }

    @Test
    void limitsAreTheDocumentedOnes() {
        Model model = bench.provider.capabilities().models().getFirst();
        assertThat(model.name()).isEqualTo(MODEL);
        assertThat(model.kinds()).containsOnly(Kind.DIALOGUE);
        assertThat(((DialogueRules) model.rules()).voicesMax()).isEqualTo(10);
        assertThat(((DialogueRules) model.rules()).charactersMax()).isEqualTo(5000);
        assertThat(((DialogueRules) model.rules()).stability()).isEqualTo(StabilityRule.STEPS);
        assertThat(model.languages()).hasSizeGreaterThan(70);
        assertThat(model.standsFor()).contains(MODEL, "eleven_v3", "elevenlabs-v3", "eleven-v3-alpha-954");
    }

    @Test
    void usualPaceIsTwoToFourSeconds() {
        assertThat(AivideoapiFactory.USUAL.pollPace()).isEqualTo("2s");
    }

    @Test
    void doorbellIsItsCallback() throws Exception {
        upstream.looks(0);
        try (var door = new Door();
                var patient = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream, "poll_pace", "1h")) {
            upstream.onSubmit(job -> ring(door, job));
            patient.at(door).within(Duration.ofHours(2));
            assertThat(patient.hear(REQUEST)).isNotEmpty();
            assertThat(door.heard()).contains("\"status\":\"completed\"");
        }
    }

    @Test
    void whereNobodyCanCallBackNoCallbackIsAskedFor() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(upstream.submitted().getFirst().body().has("callback_url")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, invalid_request_error, Rejected",
        "401, invalid_api_key, authentication_error, Misconfigured",
        "402, insufficient_credits, billing_error, Misconfigured",
        "403, ip_not_allowed, permission_error, Misconfigured",
        "404, model_not_found, invalid_request_error, Misconfigured",
        "429, rate_limit_exceeded, rate_limit_error, Throttled",
        "429, spend_limit_exceeded, billing_error, Misconfigured",
        "500, internal_error, api_error, Unavailable",
        "503, upstream_error, upstream_error, Unavailable"
    })
    void documentedErrorHasItsMeaning(int status, String code, String type, String kind) {
        upstream.http().spoil(_ -> true, _ -> FakeAivideoapi.error(status, code, type));
        Failure failure = bench.fail(REQUEST);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.message()).doesNotContain(FakeAivideoapi.KEY).doesNotContain("In words");
    }

    /** Only of what was refunded is it known that nothing was rendered. */
    @ParameterizedTest
    @CsvSource({"500, internal_error, true", "503, upstream_error, false", "502, bad_gateway, true"})
    void whatIsKnownOfTheRenderingIsSaid(int status, String code, boolean mayHaveRendered) {
        upstream.http().spoil(_ -> true, _ -> FakeAivideoapi.error(status, code, "any"));
        assertThat(bench.fail(REQUEST))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveRendered()).isEqualTo(mayHaveRendered));
    }

    @ParameterizedTest
    @CsvSource({"17, 17", ", 5"})
    void rateLimitIsWaitedFor(String retryAfter, int seconds) {
        UpstreamAnswer busy = FakeAivideoapi.error(429, "rate_limit_exceeded", "rate_limit_error");
        upstream.http().spoil(_ -> true, _ -> retryAfter == null ? busy : busy.header("Retry-After", retryAfter));
        assertThat(bench.fail(REQUEST))
                .isInstanceOfSatisfying(
                        Failure.Throttled.class,
                        failure -> assertThat(failure.retryAfter()).hasSeconds(seconds));
    }

    @Test
    void errorInTheEnvelopeIsAnErrorToo() {
        upstream.http().spoil(_ -> true, _ -> UpstreamAnswer.json(200, "{\"code\":402,\"msg\":\"too low\"}"));
        assertThat(bench.fail(REQUEST)).isInstanceOf(Failure.Misconfigured.class);
    }

    @Test
    void whatFailedIsRefunded() {
        upstream.ending(Ending.FAILED);
        assertThat(bench.fail(REQUEST)).isEqualTo(Failure.Unavailable.notRendered("aivideoapi could not render it"));
        assertThat(bench.receipt.cost).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void costIsNotInvented() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(bench.receipt.cost).isNull();
    }

    @Test
    void costIsKeptWhereItIsTold() throws ProviderException {
        upstream.http()
                .spoil(
                        request -> request.path().startsWith("/v1/tasks/"),
                        _ -> UpstreamAnswer.json(
                                200,
                                "{\"status\":\"completed\",\"credits\":1.5,\"output\":{\"urls\":[\"" + upstream.uri()
                                        + "/files/"
                                        + upstream.submitted().getFirst().id() + ".audio\"]}}"));
        bench.hear(REQUEST);
        assertThat(bench.receipt.cost).isEqualByComparingTo("1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rachel", "RACHEL", RACHEL})
    void voiceIsSentByItsId(String name) throws ProviderException {
        assertThat(bench.provider.findVoice(name).orElseThrow().voice().id()).isEqualTo(RACHEL);
    }

    private void ring(Door door, Job job) {
        assertThat(URI.create(job.body().path("callback_url").asText()))
                .isEqualTo(door.address().orElseThrow());
        assertThat(upstream.ring(job)).isEqualTo(204);
    }
}
