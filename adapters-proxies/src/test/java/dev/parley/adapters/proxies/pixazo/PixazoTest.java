package dev.parley.adapters.proxies.pixazo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.proxies.job.Bench;
import dev.parley.adapters.proxies.upstream.FakeJobs.Ending;
import dev.parley.adapters.proxies.upstream.FakeJobs.Job;
import dev.parley.adapters.proxies.upstream.FakePixazo;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.ports.provider.Doorbell;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** seeds/002, line by line: its speech. */
final class PixazoTest {

    private static final String MODEL = "eleven-v3-alpha-954";
    private static final SpeechRequest REQUEST = speech(0.5, 0.75, 1.0);

    private final FakePixazo upstream = new FakePixazo();
    private final Bench bench = new Bench(new PixazoFactory(), FakePixazo.KEY, upstream);

    @AfterEach
    void close() {
        bench.close();
        upstream.close();
    }

    @Test
    void submissionIsAsDocumented() throws ProviderException {
        bench.hear(REQUEST);
        Job job = upstream.submitted().getFirst();
        assertThat(job.request().path()).isEqualTo("/eleven-v3-alpha-954/v1/eleven-v3-alpha-request");
        assertThat(job.request().header("Ocp-Apim-Subscription-Key")).contains(FakePixazo.KEY);
        assertThat(job.request().header("Cache-Control")).contains("no-cache");
        assertThat(job.request().header("Content-Type")).contains("application/json");
        assertThat(job.body()).hasToString("""
            {"text":"Hello! How does it sound?","voice":"Aria","stability":0.5,"similarity_boost":0.75,"speed":1.0}\
            """);
    }

    @Test
    void whatIsNotAskedForIsNotSent() throws ProviderException {
        bench.hear(speech(null, null, null));
        assertThat(upstream.submitted().getFirst().body())
                .hasToString("{\"text\":\"Hello! How does it sound?\",\"voice\":\"Aria\"}");
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.5", "0.5, 0.5", "1.7, 1.7", "2, 2", "4, 2"})
    void speedStaysWithinItsRange(double asked, double sent) throws ProviderException {
        bench.hear(speech(null, null, asked));
        assertThat(upstream.submitted().getFirst().body().path("speed").asDouble())
                .isEqualTo(sent);
    }

    @Test
    void jobIsAskedAfterBelowBaseUrlWhateverItsPollingUrlSays() throws ProviderException {
        bench.hear(REQUEST);
        String id = upstream.submitted().getFirst().id();
        assertThat(upstream.http().requests())
                .anyMatch(request -> request.path().equals("/v2/requests/status/" + id)
                        && request.header("Ocp-Apim-Subscription-Key")
                                .orElse("")
                                .equals(FakePixazo.KEY));
    }

    @Test
    void limitsAreTheDocumentedOnes() {
        Model model = bench.provider.capabilities().models().getFirst();
        assertThat(model.name()).isEqualTo(MODEL);
        assertThat(model.kinds()).containsOnly(Kind.SPEECH);
        assertThat(((DialogueRules) model.rules()).stability()).isEqualTo(StabilityRule.RANGE);
        assertThat(model.options()).containsOnly(RenderOption.SIMILARITY, RenderOption.SPEED);
        assertThat(model.standsFor()).contains(MODEL);
    }

    @Test
    void wavIsToldAsSamples() throws ProviderException {
        try (var stream = bench.begin(REQUEST)) {
            assertThat(stream.format()).contains(AudioFormat.PCM_44100);
            assertThat(Bench.read(stream)).hasSize(REQUEST.characters() * 60 * 441 / 10 * 2);
        }
    }

    @Test
    void doorbellIsItsWebhook() throws ProviderException {
        bench.at(door("https://gateway.example/doorbells/task-1/token")).hear(REQUEST);
        var headers = upstream.submitted().getFirst().request();
        assertThat(headers.header("X-Webhook-URL")).contains("https://gateway.example/doorbells/task-1/token");
        assertThat(headers.header("X-Webhook-Mode")).contains("terminal");
    }

    @Test
    void doorbellWithoutEncryptionIsNotTold() throws ProviderException {
        bench.at(door("http://gateway.example/doorbells/task-1/token")).hear(REQUEST);
        var headers = upstream.submitted().getFirst().request();
        assertThat(headers.header("X-Webhook-URL")).isEmpty();
        assertThat(headers.header("X-Webhook-Mode")).isEmpty();
    }

    @Test
    void whatFailedMayHaveBeenCharged() {
        upstream.ending(Ending.FAILED);
        assertThat(bench.fail(REQUEST)).isEqualTo(new Failure.Unavailable("pixazo failed to render it"));
        assertThat(bench.receipt.cost).isNull();
    }

    @Test
    void errorOfItsOwnIsNotCharged() {
        upstream.ending(Ending.ERROR);
        assertThat(bench.fail(REQUEST)).isEqualTo(Failure.Unavailable.notRendered("pixazo had an error of its own"));
        assertThat(bench.receipt.cost).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void costIsComputedFromItsPriceList() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(bench.receipt.cost).isEqualByComparingTo(new BigDecimal(REQUEST.characters()).movePointLeft(4));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request, Something is wrong, Rejected",
        "400, Model not found, Model 'eleven-v3-alpha-954' not found or is disabled, Misconfigured",
        "401, Unauthorized, No, Misconfigured",
        "402, Insufficient Balance, Your wallet does not have enough balance., Misconfigured",
        "403, Forbidden, No, Misconfigured",
        "429, Too Many Requests, Slower, Throttled",
        "500, Internal Server Error, Sorry, Unavailable"
    })
    void documentedErrorHasItsMeaning(int status, String error, String message, String kind) {
        upstream.http().spoil(_ -> true, _ -> FakePixazo.error(status, error, message + FakePixazo.KEY));
        Failure failure = bench.fail(REQUEST);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.message()).doesNotContain(FakePixazo.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aria", "Domi", "Bella", "Rachel", "Antoni", "rachel", "21m00Tcm4TlvDq8ikWAM"})
    void voiceIsSentByItsPresetName(String name) throws ProviderException {
        assertThat(bench.provider.findVoice(name).orElseThrow().voice().id()).matches("Aria|Domi|Bella|Rachel|Antoni");
    }

    @Test
    void usualPaceIsTheDocumentedOne() {
        assertThat(PixazoFactory.USUAL.pollPace()).isEqualTo("5s");
    }

    private static SpeechRequest speech(
            @Nullable Double stability, @Nullable Double similarity, @Nullable Double speed) {
        return new SpeechRequest(
                MODEL,
                new Turn("Hello! How does it sound?", new VoiceRef("pixazo", "Aria")),
                new SpeechSettings(stability, similarity, null, null, speed, LanguageCode.AUTO),
                AudioFormat.PCM_44100);
    }

    private static Doorbell door(String address) {
        return new Doorbell() {
            @Override
            public Optional<URI> address() {
                return Optional.of(URI.create(address));
            }

            @Override
            public void await(Duration atMost) throws InterruptedException {
                Doorbell.NONE.await(atMost);
            }
        };
    }
}
