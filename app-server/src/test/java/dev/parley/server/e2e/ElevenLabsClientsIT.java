package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** ElevenLabs' own clients, that know Parley by nothing but an address and a key. */
@Timeout(150)
class ElevenLabsClientsIT {

    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();
    static final Path JAVASCRIPT = EXAMPLES.resolve("elevenlabs-js");
    static final Path PYTHON = EXAMPLES.resolve("elevenlabs-python");
    static final String INTERPRETER = ".venv/bin/python";

    @Test
    void theirJavaScriptClientIsServed(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");

        try (var rich = gateway(directory.resolve("rich"), "1000");
                var poor = gateway(directory.resolve("poor"), "0.001")) {
            run(directory, JAVASCRIPT, RunningGateway.KEY, "node", "every-method.mjs", url(rich), url(poor));
            run(directory, JAVASCRIPT, RunningGateway.KEY, "node", "speak.mjs", url(rich), file(directory));
        }
        assertThat(Path.of(file(directory))).isNotEmptyFile();
    }

    @Test
    void theirPythonClientIsServed(@TempDir Path directory) throws Exception {
        var python = PYTHON.resolve(INTERPRETER);
        require(python, "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt");

        try (var rich = gateway(directory.resolve("rich"), "1000");
                var poor = gateway(directory.resolve("poor"), "0.001")) {
            run(directory, PYTHON, RunningGateway.KEY, python.toString(), "every_method.py", url(rich), url(poor));
            run(directory, PYTHON, RunningGateway.KEY, python.toString(), "speak.py", url(rich), file(directory));
        }
        assertThat(Path.of(file(directory))).isNotEmptyFile();
    }

    @Test
    void theyAreServedAlikeWithElevenLabsBehindParley(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");

        try (var upstream = FakeElevenLabs.start();
                var rich = gateway(directory.resolve("rich"), "1000", upstream);
                var poor = gateway(directory.resolve("poor"), "0.001", upstream)) {
            run(directory, JAVASCRIPT, RunningGateway.KEY, "node", "every-method.mjs", url(rich), url(poor));
            var python = PYTHON.resolve(INTERPRETER);
            if (Files.exists(python)) {
                run(directory, PYTHON, RunningGateway.KEY, python.toString(), "every_method.py", url(rich), url(poor));
            }
            assertThat(upstream.renderings()).isNotEmpty();
        }
    }

    @Test
    void theyMakeMusicSoundsAndTranscriptsInTheSandbox(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");
        Files.createDirectories(directory.resolve("data"));

        try (var media = ServedTone.start();
                var sandbox = RunningGateway.start(
                        directory.resolve("data"),
                        Map.of("PARLEY_BOOTSTRAP_KEY", RunningGateway.TEST_KEY, "PARLEY_FETCH_ALLOW", "127.0.0.1"))) {
            everyWork(directory, sandbox, RunningGateway.TEST_KEY, media);

            var credits = sandbox.credits(RunningGateway.TEST_KEY);
            assertThat(credits.path("spent").asDouble()).isZero();
            assertThat(credits.path("held").asDouble()).isZero();
        }
    }

    @Test
    void theyMakeMusicSoundsAndTranscriptsWithElevenLabsBehindParley(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(
                directory.resolve("data/parley.yml"), "tariff: {stem_separation_v1: {unit: second_in, per_1000: 500}}");

        try (var upstream = FakeElevenLabs.start();
                var media = ServedTone.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            everyWork(directory, gateway, RunningGateway.KEY, media);

            var credits = gateway.credits(RunningGateway.KEY);
            assertThat(credits.path("spent").asDouble()).isPositive();
            assertThat(credits.path("held").asDouble()).isZero();
        }
    }

    private static void everyWork(Path directory, RunningGateway gateway, String key, ServedTone media)
            throws Exception {
        var place = Map.of("PARLEY_MEDIA_URL", media.url());
        run(directory, JAVASCRIPT, key, place, "node", "every-work.mjs", url(gateway));
        var python = PYTHON.resolve(INTERPRETER);
        if (Files.exists(python)) {
            run(directory, PYTHON, key, place, python.toString(), "every_work.py", url(gateway));
        }
    }

    /** Their client repeats failed calls by itself, twice, and pays for each. */
    @Test
    void whatMayHaveBeenRenderedIsNeverAskedForAThirdTime(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");

        try (var upstream = FakeElevenLabs.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            upstream.spoil(_ -> new Fault.Garbage());
            var outcome = oneCall(directory, gateway, "convert");

            assertThat(outcome.path("status").asInt()).as("%s", outcome).isEqualTo(503);
            assertThat(upstream.renderings()).hasSize(2);
            var credits = gateway.getJson("/v1/credits").path("data");
            assertThat(credits.path("spent").asDouble()).isZero();
            assertThat(credits.path("held").asDouble()).isZero();
        }
    }

    @Test
    void anErrorBeforeTheWorkIsMendedBeforeTheyHearOfIt(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");

        try (var upstream = FakeElevenLabs.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            upstream.spoilNext(Fault.Refused.of(500, "internal_error", "internal_server_error"));
            var outcome = oneCall(directory, gateway, "stream");

            assertThat(outcome.path("whole").asBoolean()).as("%s", outcome).isTrue();
            assertThat(upstream.renderings()).hasSize(2);
        }
    }

    @Test
    void aShortStreamIsAnErrorToThemAndCostsNothing(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");

        try (var upstream = FakeElevenLabs.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            upstream.spoil(_ -> new Fault.SilentEnd());
            var outcome = oneCall(directory, gateway, "stream");

            assertThat(outcome.path("whole").asBoolean()).as("%s", outcome).isFalse();
            assertThat(outcome.path("bytes").asInt()).as("%s", outcome).isPositive();
            assertThat(upstream.renderings())
                    .as("nobody repeats what was heard")
                    .hasSize(1);
            assertThat(gateway.getJson("/v1/credits").path("data").path("spent").asDouble())
                    .isZero();
        }
    }

    private static JsonNode oneCall(Path directory, RunningGateway gateway, String method) throws Exception {
        return RunningGateway.JSON.readTree(
                run(directory, JAVASCRIPT, RunningGateway.KEY, "node", "one-call.mjs", url(gateway), method));
    }

    static void require(Path installed, String how) {
        if (!Files.exists(installed)) {
            System.err.println("SKIPPED: an ElevenLabs client. Run '" + how + "' in "
                    + EXAMPLES.relativize(installed).subpath(0, 1) + " of docs/examples first, as .ci/run does.");
        }
        assumeThat(installed).exists();
    }

    static RunningGateway gateway(Path data, String credits) throws IOException {
        Files.createDirectories(data);
        return RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_CREDITS", credits));
    }

    static RunningGateway gateway(Path data, String credits, FakeElevenLabs upstream) throws IOException {
        Files.createDirectories(data);
        return RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_BOOTSTRAP_CREDITS",
                        credits,
                        "PARLEY_FETCH_ALLOW",
                        "127.0.0.1",
                        "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                        FakeElevenLabs.KEY,
                        "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                        upstream.uri().toString()));
    }

    static String url(RunningGateway running) {
        return running.gateway.httpUrl().toString();
    }

    private static String file(Path directory) {
        return directory.resolve("spoken.mp3").toString();
    }

    static String run(Path directory, Path example, String key, String... command) throws Exception {
        return run(directory, example, key, Map.of(), command);
    }

    private static String run(
            Path directory, Path example, String key, Map<String, String> environment, String... command)
            throws Exception {
        var output = directory.resolve("output.txt");
        var process = new ProcessBuilder(Stream.of(command).toList())
                .directory(example.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("PARLEY_API_KEY", key);
        process.environment().putAll(environment);
        var running = process.start();
        boolean ended = running.waitFor(120, TimeUnit.SECONDS);
        running.destroyForcibly();
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(running.exitValue())
                .as(List.of(command) + "\n" + Files.readString(output))
                .isZero();
        return Files.readString(output);
    }
}
