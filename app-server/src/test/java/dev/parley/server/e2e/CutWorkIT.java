package dev.parley.server.e2e;

import static dev.parley.server.e2e.ElevenLabsClientsIT.INTERPRETER;
import static dev.parley.server.e2e.ElevenLabsClientsIT.JAVASCRIPT;
import static dev.parley.server.e2e.ElevenLabsClientsIT.PYTHON;
import static dev.parley.server.e2e.ElevenLabsClientsIT.gateway;
import static dev.parley.server.e2e.ElevenLabsClientsIT.require;
import static dev.parley.server.e2e.ElevenLabsClientsIT.run;
import static dev.parley.server.e2e.ElevenLabsClientsIT.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What ElevenLabs' own clients make of an upstream that is cut off in the middle of music, sounds and recordings. */
@Timeout(150)
class CutWorkIT {

    private static final String PRICES = "tariff: {stem_separation_v1: {unit: second_in, per_1000: 500}}";

    @Test
    void theirJavaScriptClientNeverTakesAPartForTheWhole(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");
        everythingIsAnError(directory, 8, JAVASCRIPT, "node", "cut-work.mjs");
    }

    @Test
    void theirPythonClientNeverTakesAPartForTheWhole(@TempDir Path directory) throws Exception {
        var python = PYTHON.resolve(INTERPRETER);
        require(python, "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt");
        everythingIsAnError(directory, 7, PYTHON, python.toString(), "cut_work.py");
    }

    private static void everythingIsAnError(Path directory, int calls, Path client, String interpreter, String script)
            throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/parley.yml"), PRICES);
        try (var upstream = FakeElevenLabs.start();
                var gateway = gateway(directory.resolve("data"), "1000", upstream)) {
            upstream.spoil(request -> request.isRendering() ? new Fault.CutOff() : null);
            var outcomes = RunningGateway.JSON.readTree(
                    run(directory, client, RunningGateway.KEY, interpreter, script, url(gateway)));

            assertThat(outcomes)
                    .hasSize(calls)
                    .allSatisfy(outcome -> assertThat(outcome.path("whole").asBoolean())
                            .as("%s", outcomes)
                            .isFalse());
            assertThat(upstream.renderings()).hasSizeGreaterThanOrEqualTo(calls);
            assertThat(gateway.credits(RunningGateway.KEY).path("held").asDouble())
                    .isZero();
        }
    }
}
