package dev.parley.adapters.proxies.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.proxies.aivideoapi.AivideoapiFactory;
import dev.parley.adapters.proxies.job.Bench;
import dev.parley.adapters.proxies.upstream.FakeAivideoapi;
import dev.parley.adapters.proxies.upstream.FakeFile;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from a job that is done to audio. */
final class FetchTest {

    private static final RenderRequest REQUEST =
            Bench.dialogue("elevenlabs-text-to-dialogue-v3", "21m00Tcm4TlvDq8ikWAM", "AZnzlk1XvdvUeBnXmlld");

    private final FakeAivideoapi upstream = new FakeAivideoapi();
    private final Bench bench = new Bench(
            new AivideoapiFactory(), FakeAivideoapi.KEY, upstream, "file_bytes", "300000", "idle_timeout", "300ms");

    @AfterEach
    void close() {
        bench.close();
        upstream.close();
    }

    @Test
    void credentialNeverGoesToTheFilesHost() throws ProviderException {
        bench.hear(REQUEST);
        assertThat(files()).allSatisfy(request -> assertThat(request.toString()).doesNotContain(FakeAivideoapi.KEY));
    }

    @Test
    void streamTellsWhatTheFileIs() throws ProviderException {
        upstream.file(FakeFile.wav(20));
        try (var stream = bench.begin(REQUEST)) {
            assertThat(stream.format()).contains(AudioFormat.PCM_44100);
        }
    }

    @Test
    void whatTheHostClaimsCountsForNothing() throws ProviderException {
        upstream.file(new FakeFile("text/html", FakeFile.mp3(20).bytes()));
        assertThat(bench.hear(REQUEST)).isEqualTo(FakeFile.mp3(20).bytes());
    }

    @Test
    void pageIsNotPlayedWhateverItsHostClaims() {
        upstream.file(FakeFile.page());
        assertThat(bench.fail(REQUEST))
                .isEqualTo(unavailable(
                        "the file from aivideoapi is no audio that is known: neither MP3 nor WAV nor Ogg" + " Opus"));
    }

    @Test
    void fileThatSaysItIsTooLargeIsNotBegun() {
        upstream.file(FakeFile.mp3(400));
        assertThat(bench.fail(REQUEST))
                .isEqualTo(unavailable("the file from aivideoapi is larger than 300000 bytes; see" + " file_bytes"));
    }

    @Test
    void fileWithoutEndIsNotReadToIt() {
        upstream.file(FakeFile.mp3(400));
        upstream.http().spoil(FetchTest::isFile, UpstreamAnswer::chunked);
        assertThat(bench.fail(REQUEST).message()).contains("larger than 300000 bytes");
    }

    @Test
    void fileThatStallsIsGivenUp() {
        upstream.http().spoil(FetchTest::isFile, answer -> answer.stallAfter(20_000));
        assertThat(bench.fail(REQUEST))
                .isEqualTo(unavailable("the file from aivideoapi comes too slowly, or not at all"));
    }

    @Test
    void fileThatTricklesIsGivenUp() {
        try (var hasty = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream, "file_timeout", "200ms")) {
            upstream.http().spoil(FetchTest::isFile, answer -> answer.slowly(1_000, Duration.ofMillis(40)));
            assertThat(hasty.fail(REQUEST))
                    .isEqualTo(unavailable("the file from aivideoapi comes too slowly, or not at all"));
        }
    }

    @Test
    void fileThatIsCutIsNoQuietEnd() {
        upstream.http().spoil(FetchTest::isFile, answer -> answer.cutOffAfter(30_000));
        assertThat(bench.fail(REQUEST))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveRendered()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 500, 503})
    void hostInTroubleIsAskedAgain(int status) throws ProviderException {
        var left = new AtomicInteger(2);
        upstream.http()
                .spoil(FetchTest::isFile, good -> left.getAndDecrement() > 0 ? UpstreamAnswer.status(status) : good);
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 410, 404})
    void fileThatIsNotThereMayHaveRendered(int status) {
        upstream.http().spoil(FetchTest::isFile, _ -> UpstreamAnswer.status(status));
        assertThat(bench.fail(REQUEST))
                .isEqualTo(unavailable("aivideoapi has made the audio, but the file answers " + status));
        assertThat(files()).hasSize(status == 404 ? 3 : 1);
    }

    @Test
    void redirectsAreFollowed() throws ProviderException {
        redirect(3);
        assertThat(bench.hear(REQUEST)).isNotEmpty();
    }

    @Test
    void redirectsAreNotFollowedForEver() {
        redirect(4);
        assertThat(bench.fail(REQUEST))
                .isEqualTo(unavailable("aivideoapi has made the audio, but the file is redirected too often"));
    }

    @Test
    void redirectToAnotherSchemeIsNotFollowed() {
        upstream.http()
                .spoil(FetchTest::isFile, _ -> UpstreamAnswer.status(302).header("Location", "file:///etc/passwd"));
        assertThat(bench.fail(REQUEST).message()).contains("no address that may be asked for it");
    }

    @Test
    void hostThatTheOperatorDidNotNameIsNotAsked() {
        try (var strict = new Bench(new AivideoapiFactory(), FakeAivideoapi.KEY, upstream, "file_hosts", "r2.dev")) {
            assertThat(strict.fail(REQUEST).mayHaveRendered()).isTrue();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void streamThatIsReadGivesItsConnectionBack() throws Exception {
        bench.hear(REQUEST);
        assertThat(upstream.http().awaitIdle(Duration.ofSeconds(2))).isTrue();
    }

    private void redirect(int times) {
        var left = new AtomicInteger(times);
        upstream.http()
                .spoil(
                        FetchTest::isFile,
                        good -> left.getAndDecrement() > 0
                                ? UpstreamAnswer.status(302).header("Location", "?again=" + left.get())
                                : good);
    }

    private List<UpstreamRequest> files() {
        return upstream.http().requests().stream().filter(FetchTest::isFile).toList();
    }

    private static boolean isFile(UpstreamRequest request) {
        return request.path().startsWith("/files/");
    }

    private static Failure unavailable(String message) {
        return new Failure.Unavailable(message);
    }
}
