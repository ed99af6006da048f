package dev.parley.adapters.proxies.apiin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.adapters.proxies.job.Bench;
import dev.parley.adapters.proxies.job.Door;
import dev.parley.adapters.proxies.job.JobState;
import dev.parley.adapters.proxies.job.PriceList;
import dev.parley.adapters.proxies.upstream.FakeApiin;
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
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** seeds/001, line by line. */
final class ApiinTest {

    private static final String MODEL = "elevenlabs-v3";
    private static final RenderRequest REQUEST = Bench.dialogue(MODEL, 0.3, "narrator", "user");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeApiin upstream = new FakeApiin();
    private final Bench bench = new Bench(new ApiinFactory(), FakeApiin.KEY, upstream);

    @AfterEach
    void close() {
        bench.close();
        upstream.close();
    }

    @Test
    void submissionIsAsDocumented() throws ProviderException {
        bench.hear(REQUEST);
        Job job = upstream.submitted().getFirst();
        assertThat(job.request().path()).isEqualTo("/api/v1/audio/speech");
        assertThat(job.request().header("Authorization")).contains("Bearer " + FakeApiin.KEY);
        assertThat(job.body()).hasToString("""
            {"model":"elevenlabs-v3","dialogue":[\
            {"text":"Hey! Did you finish the report?","voice":"narrator"},\
            {"text":"Almost — just adding the final numbers now.","voice":"user"}],\
            "stability":0.3,"language_code":"auto"}\
            """);
    }

    @Test
    void jobIsAskedAfterUnderItsId() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(upstream.http().requests())
                .anyMatch(request -> request.path().equals("/api/v1/tasks/n580001_tts"));
    }

    @Test
    void limitsAreTheDocumentedOnes() {
        Model model = bench.provider.capabilities().models().getFirst();
        assertThat(model.name()).isEqualTo(MODEL);
        assertThat(model.kinds()).containsOnly(Kind.DIALOGUE);
        assertThat(((DialogueRules) model.rules()).stability()).isEqualTo(StabilityRule.RANGE);
        assertThat(model.standsFor()).contains(MODEL);
    }

    @Test
    void usualPaceIsTwoToFourSeconds() {
        assertThat(ApiinFactory.USUAL.pollPace()).isEqualTo("2s");
    }

    @Test
    void doorbellIsItsCallback() throws Exception {
        upstream.looks(0);
        try (var door = new Door();
                var patient = new Bench(new ApiinFactory(), FakeApiin.KEY, upstream, "poll_pace", "1h")) {
            upstream.onSubmit(job -> assertThat(upstream.ring(job)).isEqualTo(204));
            assertThat(patient.at(door).within(Duration.ofHours(2)).hear(REQUEST))
                    .isNotEmpty();
        }
    }

    @Test
    void answersMayComeWithoutAnEnvelope() throws ProviderException {
        upstream.answerBare();
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "COMPLETED", "succeeded", "SUCCESS", "finished"})
    void wordsForDoneAreUnderstoodInAnyCase(String word) throws ProviderException {
        upstream.sayDone(word);
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "QUEUED", "submitted", "Processing", "running", "IN_PROGRESS"})
    void wordsForWorkAreUnderstoodInAnyCase(String word) throws ProviderException {
        var jobs = new ApiinJobs(new PriceList(null, BigDecimal.ONE));
        assertThat(jobs.state(JSON.createObjectNode().put("status", word))).isInstanceOf(JobState.Working.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"output\":{\"urls\":[\"URL\"]}}",
                "{\"output\":{\"audio_url\":\"URL\"}}",
                "{\"output\":\"URL\"}",
                "{\"output\":[\"URL\"]}",
                "{\"output\":[{\"url\":\"URL\"}]}",
                "{\"result\":{\"url\":\"URL\"}}",
                "{\"result\":{\"audio\":{\"url\":\"URL\"}}}",
                "{\"audio_url\":\"URL\"}",
                "{\"url\":\"URL\"}",
                "{\"urls\":[\"URL\",\"https://other.example\"]}"
            })
    void audioIsFoundUnderTheUsualNames(String shape) throws Exception {
        var task = JSON.readTree(shape.replace("URL", "https://f.example/a.mp3"));
        assertThat(AudioAddress.in(task)).contains("https://f.example/a.mp3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":7}",
                "{\"url\":\"gs://bucket/a.mp3\"}",
                "{\"output\":{\"output\":{\"output\":" + "{\"output\":{\"url\":\"https://f.example/a.mp3\"}}}}}"
            })
    void whatIsNoAddressIsNotTaken(String shape) throws Exception {
        assertThat(AudioAddress.in(JSON.readTree(shape))).isEmpty();
    }

    @Test
    void whatFailedIsNotBilled() {
        upstream.ending(Ending.FAILED);
        assertThat(bench.fail(REQUEST)).isEqualTo(Failure.Unavailable.notRendered("apiin could not render it"));
        assertThat(bench.receipt.cost).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void costIsComputedFromItsPriceList() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(bench.receipt.cost)
                .isEqualByComparingTo(new BigDecimal("28")
                        .multiply(new BigDecimal(REQUEST.characters()))
                        .movePointLeft(3));
    }

    @Test
    void costIsOneCreditAtLeast() {
        var prices = new PriceList(new BigDecimal("28"), BigDecimal.ONE);
        var shorter = Bench.dialogue(MODEL, "narrator", "user");
        assertThat(prices.cost(shorter)).isGreaterThan(BigDecimal.ONE);
        assertThat(new PriceList(new BigDecimal("0.1"), BigDecimal.ONE).cost(shorter))
                .isEqualTo(BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected",
        "401, Misconfigured",
        "402, Misconfigured",
        "403, Misconfigured",
        "404, Misconfigured",
        "422, Rejected",
        "429, Throttled",
        "500, Unavailable",
        "503, Unavailable"
    })
    void statusIsEnough(int status, String kind) {
        String body = "{\"error\":{\"message\":\"with the key " + FakeApiin.KEY + "\"}}";
        upstream.http().spoil(_ -> true, _ -> UpstreamAnswer.json(status, body));
        Failure failure = bench.fail(REQUEST);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.message()).doesNotContain(FakeApiin.KEY);
    }

    @Test
    void creditsThatAreUsedUpAreForTheOperator() {
        String body = "{\"error\":{\"message\":\"Insufficient credits\"}}";
        upstream.http().spoil(_ -> true, _ -> UpstreamAnswer.json(400, body));
        assertThat(bench.fail(REQUEST)).isInstanceOf(Failure.Misconfigured.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"narrator", "user", "Rachel", "Aria"})
    void labelsAndPresetsAreVoices(String label) throws ProviderException {
        assertThat(bench.provider.findVoice(label).orElseThrow().voice().id()).isEqualTo(label);
    }

    @Test
    void voiceIsOptionalToTheUpstreamAndSentByUs() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(upstream.submitted().getFirst().body().path("dialogue"))
                .allSatisfy(turn -> assertThat(turn.path("voice").isTextual()).isTrue());
    }
}
