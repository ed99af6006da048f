package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
class ElevenLabsClientsTest {

    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();
    private static final Path JAVASCRIPT = EXAMPLES.resolve("elevenlabs-js");
    private static final Path PYTHON = EXAMPLES.resolve("elevenlabs-python");
    private static final String INTERPRETER = ".venv/bin/python";

    @Test
    void theirJavaScriptClientIsServed(@TempDir Path directory) throws Exception {
        require(JAVASCRIPT.resolve("node_modules"), "npm ci");

        try (var rich = gateway(directory.resolve("rich"), "1000");
                var poor = gateway(directory.resolve("poor"), "0.001")) {
            run(directory, JAVASCRIPT, "node", "every-method.mjs", url(rich), url(poor));
            run(directory, JAVASCRIPT, "node", "speak.mjs", url(rich), file(directory));
        }
        assertThat(Path.of(file(directory))).isNotEmptyFile();
    }

    @Test
    void theirPythonClientIsServed(@TempDir Path directory) throws Exception {
        var python = PYTHON.resolve(INTERPRETER);
        require(python, "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt");

        try (var rich = gateway(directory.resolve("rich"), "1000");
                var poor = gateway(directory.resolve("poor"), "0.001")) {
            run(directory, PYTHON, python.toString(), "every_method.py", url(rich), url(poor));
            run(directory, PYTHON, python.toString(), "speak.py", url(rich), file(directory));
        }
        assertThat(Path.of(file(directory))).isNotEmptyFile();
    }

    private static void require(Path installed, String how) {
        if (!Files.exists(installed)) {
            System.err.println("SKIPPED: an ElevenLabs client. Run '" + how + "' in "
                    + EXAMPLES.relativize(installed).subpath(0, 1) + " of docs/examples first, as .ci/run does.");
        }
        assumeThat(installed).exists();
    }

    private static RunningGateway gateway(Path data, String credits) throws IOException {
        Files.createDirectories(data);
        return RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_CREDITS", credits));
    }

    private static String url(RunningGateway running) {
        return running.gateway.httpUrl().toString();
    }

    private static String file(Path directory) {
        return directory.resolve("spoken.mp3").toString();
    }

    private static void run(Path directory, Path example, String... command) throws Exception {
        var output = directory.resolve("output.txt");
        var process = new ProcessBuilder(Stream.of(command).toList())
                .directory(example.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("PARLEY_API_KEY", RunningGateway.KEY);
        var running = process.start();
        boolean ended = running.waitFor(120, TimeUnit.SECONDS);
        running.destroyForcibly();
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(running.exitValue())
                .as(List.of(command) + "\n" + Files.readString(output))
                .isZero();
    }
}
