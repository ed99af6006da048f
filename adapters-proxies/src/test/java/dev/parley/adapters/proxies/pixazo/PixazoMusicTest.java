package dev.parley.adapters.proxies.pixazo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.adapters.proxies.job.Bench;
import dev.parley.adapters.proxies.upstream.FakeFile;
import dev.parley.adapters.proxies.upstream.FakeJobs.Ending;
import dev.parley.adapters.proxies.upstream.FakeJobs.Job;
import dev.parley.adapters.proxies.upstream.FakePixazo;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.Score;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** seeds/002, line by line: its music. */
final class PixazoMusicTest {

    private static final String NAME = "elevenlabs-music-api-368";
    private static final MusicRequest REQUEST = music(AudioFormat.MP3_44100_128, null);

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
        assertThat(job.request().path()).isEqualTo("/" + NAME + "/v1/elevenlabs-music-api-request");
        assertThat(job.request().header("Ocp-Apim-Subscription-Key")).contains(FakePixazo.KEY);
        assertThat(job.request().header("Cache-Control")).contains("no-cache");
        assertThat(job.body()).hasToString("""
            {"prompt":"Calm woodwinds, 45-second loop","respect_sections_durations":true,"output_format":"mp3_44100_128"}\
            """);
    }

    @Test
    void durationsAreTheModelsWhereThatIsAsked() throws ProviderException {
        bench.hear(music(AudioFormat.MP3_44100_128, false));
        assertThat(upstream.submitted().getFirst().body().path("respect_sections_durations"))
                .hasToString("false");
    }

    @ParameterizedTest
    @CsvSource({"45000, 45", "7500, 7.5", "600000, 600"})
    void aLengthIsPutIntoWords(long millis, String seconds) throws ProviderException {
        var length = Duration.ofMillis(millis);
        var prompt = new Score.Prompt("Calm", length, length);
        bench.hear(new MusicRequest(NAME, prompt, MusicOptions.NONE, Delivery.WHOLE, AudioFormat.MP3_44100_128));
        assertThat(upstream.submitted().getFirst().body().path("prompt").asText())
                .isEqualTo("Calm\nDuration: " + seconds + " seconds.");
    }

    @Test
    void everyFormatOfTheModelIsTaken() throws ProviderException {
        for (AudioFormat format : model().formats()) {
            bench.hear(music(format, null));
        }
        assertThat(upstream.submitted())
                .extracting(job -> job.body().path("output_format").asText())
                .containsExactlyInAnyOrderElementsOf(
                        model().formats().stream().map(AudioFormat::toString).toList());
    }

    @Test
    void limitsAreThoseOfPrompts() {
        assertThat(model().kinds()).containsOnly(Kind.MUSIC);
        assertThat(((MusicRules) model().rules()).form()).isEqualTo(MusicRules.PlanForm.NONE);
        assertThat(model().standsFor()).containsExactly(NAME);
        assertThat(model().options()).containsExactly(RenderOption.SECTION_DURATIONS);
    }

    @Test
    void aWavIsToldAsSamples() throws ProviderException {
        try (var stream = bench.begin(REQUEST)) {
            assertThat(stream.format()).contains(AudioFormat.PCM_44100);
            assertThat(Bench.read(stream)).hasSize(REQUEST.characters() * 60 * 441 / 10 * 2);
        }
    }

    @Test
    void theFormatThatWasAskedForIsHandedOn() throws ProviderException {
        var made = FakeFile.mp3(40);
        upstream.file(made);
        try (var stream = bench.begin(REQUEST)) {
            assertThat(stream.format()).contains(AudioFormat.MP3_44100_128);
            assertThat(Bench.read(stream)).isEqualTo(made.bytes());
        }
    }

    @Test
    void aPageIsNoMusic() {
        upstream.file(FakeFile.page());
        assertThat(bench.fail(REQUEST)).isInstanceOf(Failure.Unavailable.class).matches(Failure::mayHaveRendered);
    }

    @Test
    void aFileThatBreaksOffIsNoMusic() {
        upstream.http()
                .spoil(
                        request -> request.path().startsWith("/files/"),
                        answer -> answer.cutOffAfter(answer.bodyLength() / 2));
        assertThat(bench.fail(REQUEST)).isInstanceOf(Failure.Unavailable.class).matches(Failure::mayHaveRendered);
    }

    @Test
    void costIsComputedFromThePrompt() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(bench.receipt.cost).isEqualByComparingTo(new BigDecimal(REQUEST.characters()).movePointLeft(4));
    }

    @Test
    void whatFailedMayHaveBeenCharged() {
        upstream.ending(Ending.FAILED);
        assertThat(bench.fail(REQUEST)).matches(Failure::mayHaveRendered);
        assertThat(bench.receipt.cost).isNull();
    }

    @Test
    void aPlanIsNotMadeMusicOf() {
        var plan = new Score.Planned(new CompositionPlan.Chunks(List.of()));
        var request = new MusicRequest(NAME, plan, MusicOptions.NONE, Delivery.WHOLE, AudioFormat.MP3_44100_128);
        assertThatIllegalArgumentException().isThrownBy(() -> bench.begin(request));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request, Something is wrong, Rejected",
        "400, Model not found, Model 'elevenlabs-music-api-368' not found or is disabled, Misconfigured",
        "402, Insufficient Balance, Your wallet does not have enough balance., Misconfigured",
        "429, Too Many Requests, Slower, Throttled"
    })
    void documentedErrorHasItsMeaning(int status, String error, String message, String kind) {
        upstream.http().spoil(_ -> true, (UpstreamAnswer _) -> FakePixazo.error(status, error, message));
        assertThat(bench.fail(REQUEST).getClass().getSimpleName()).isEqualTo(kind);
    }

    private Model model() {
        return bench.provider.capabilities().models().stream()
                .filter(known -> known.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private static MusicRequest music(AudioFormat format, @Nullable Boolean durations) {
        var prompt = new Score.Prompt("Calm woodwinds, 45-second loop", null, Duration.ofMinutes(10));
        var options = new MusicOptions(null, false, durations, false, false, null, false);
        return new MusicRequest(NAME, prompt, options, Delivery.WHOLE, format);
    }
}
