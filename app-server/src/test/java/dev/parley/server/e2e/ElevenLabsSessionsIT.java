package dev.parley.server.e2e;

import static dev.parley.server.e2e.ElevenLabsClientsIT.INTERPRETER;
import static dev.parley.server.e2e.ElevenLabsClientsIT.JAVASCRIPT;
import static dev.parley.server.e2e.ElevenLabsClientsIT.PYTHON;
import static dev.parley.server.e2e.ElevenLabsClientsIT.gateway;
import static dev.parley.server.e2e.ElevenLabsClientsIT.require;
import static dev.parley.server.e2e.ElevenLabsClientsIT.run;
import static dev.parley.server.e2e.ElevenLabsClientsIT.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions by ElevenLabs' own clients: to their end, refused, and cut in the middle. */
@Timeout(150)
class ElevenLabsSessionsIT {

    private static final String NO_KEY = "sk-of-nobody-at-all-0123456789";

    @Test
    void theirJavaScriptClientHasSoundWrittenDownInTheSandbox(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");
        try (var sandbox = sandbox(directory)) {
            isWrittenDown(javascript(directory, sandbox, RunningGateway.TEST_KEY));
            isWrittenDown(javascript(directory, sandbox, RunningGateway.TEST_KEY, "token"));
        }
    }

    @Test
    void theirJavaScriptClientHasSoundWrittenDownByElevenLabsBehindParley(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");
        try (var upstream = FakeElevenLabs.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            isWrittenDown(javascript(directory, gateway, RunningGateway.KEY));
            assertThat(gateway.credits(RunningGateway.KEY).path("spent").asDouble())
                    .isPositive();

            upstream.spoil(_ -> new Fault.CutOff());
            var cut = javascript(directory, gateway, RunningGateway.KEY);
            assertThat(cut.path("committed")).as("%s", cut).isEmpty();
            assertThat(cut.path("closed").asBoolean()).as("%s", cut).isTrue();
        }
    }

    @Test
    void theirJavaScriptClientIsToldThatItsKeyIsBad(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");
        try (var sandbox = sandbox(directory)) {
            var refused = javascript(directory, sandbox, NO_KEY);
            assertThat(refused.path("started").asBoolean()).as("%s", refused).isFalse();
            assertThat(refused.path("errors")).as("%s", refused).isNotEmpty();
        }
    }

    @Test
    void theirPythonClientSpeaksHearsAndTalksInTheSandbox(@TempDir Path directory) throws Exception {
        requirePython();
        try (var sandbox = sandbox(directory)) {
            speaksHearsAndTalks(directory, sandbox, RunningGateway.TEST_KEY);
            var withoutKey = python(directory, sandbox, RunningGateway.TEST_KEY, "public");
            assertThat(withoutKey.path("heard").asBoolean())
                    .as("their client shows no key to an agent that asks for none")
                    .isFalse();
        }
    }

    @Test
    void theirPythonClientSpeaksHearsAndTalksWithElevenLabsBehindParley(@TempDir Path directory) throws Exception {
        requirePython();
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(
                directory.resolve("data/parley.yml"), "tariff: {elevenlabs-agents: {unit: second_in, per_1000: 100}}");
        try (var upstream = FakeElevenLabs.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            speaksHearsAndTalks(directory, gateway, RunningGateway.KEY);
            assertThat(gateway.credits(RunningGateway.KEY).path("held").asDouble())
                    .isZero();

            upstream.spoil(_ -> new Fault.CutOff());
            var cut = python(directory, gateway, RunningGateway.KEY, "speech");
            assertThat(cut.path("whole").asBoolean()).as("%s", cut).isFalse();
            var unheard = python(directory, gateway, RunningGateway.KEY, "transcript");
            assertThat(unheard.path("committed")).as("%s", unheard).isEmpty();
        }
    }

    @Test
    void theirPythonClientIsToldThatItsKeyIsBad(@TempDir Path directory) throws Exception {
        requirePython();
        try (var sandbox = sandbox(directory)) {
            var refused = python(directory, sandbox, NO_KEY, "speech");
            assertThat(refused.path("whole").asBoolean()).as("%s", refused).isFalse();
            assertThat(python(directory, sandbox, NO_KEY, "private")
                            .path("status")
                            .asInt())
                    .isEqualTo(401);
        }
    }

    private static void speaksHearsAndTalks(Path directory, RunningGateway gateway, String key) throws Exception {
        var speech = python(directory, gateway, key, "speech");
        assertThat(speech.path("whole").asBoolean()).as("%s", speech).isTrue();
        assertThat(speech.path("bytes").asInt()).isGreaterThan(5000);
        isWrittenDown(python(directory, gateway, key, "transcript"));
        var talk = python(directory, gateway, key, "private");
        assertThat(talk.path("bytes").asInt()).as("%s", talk).isGreaterThan(5000);
        assertThat(talk.path("said")).as("%s", talk).isNotEmpty();
        assertThat(talk.path("id").asText("")).as("%s", talk).isNotEmpty();
    }

    private static void isWrittenDown(JsonNode outcome) {
        assertThat(outcome.path("started").asBoolean()).as("%s", outcome).isTrue();
        assertThat(outcome.path("committed")).as("%s", outcome).hasSize(1);
        assertThat(outcome.path("errors")).as("%s", outcome).isEmpty();
    }

    private static RunningGateway sandbox(Path directory) throws IOException {
        var data = directory.resolve("sandbox");
        Files.createDirectories(data);
        return RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_KEY", RunningGateway.TEST_KEY));
    }

    private static void requirePython() {
        require(PYTHON.resolve(INTERPRETER), "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt");
    }

    private static JsonNode javascript(Path directory, RunningGateway gateway, String key, String... how)
            throws Exception {
        String told = how.length == 0
                ? run(directory, JAVASCRIPT, key, "node", "sessions.mjs", url(gateway))
                : run(directory, JAVASCRIPT, key, "node", "sessions.mjs", url(gateway), how[0]);
        return lastLine(told);
    }

    private static JsonNode python(Path directory, RunningGateway gateway, String key, String which) throws Exception {
        String interpreter = PYTHON.resolve(INTERPRETER).toString();
        return lastLine(run(directory, PYTHON, key, interpreter, "sessions.py", url(gateway), which));
    }

    /** Their clients may log something before. */
    private static JsonNode lastLine(String output) throws IOException {
        return RunningGateway.JSON.readTree(output.lines().toList().getLast());
    }
}
