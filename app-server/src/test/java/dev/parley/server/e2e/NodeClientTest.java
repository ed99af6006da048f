package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client in another language, that knows nothing but the proto. */
@Timeout(60)
class NodeClientTest {

    private static final Path EXAMPLE =
            Path.of("../docs/examples/grpc-node").toAbsolutePath().normalize();

    @Test
    void nodeStreamsADialogue(@TempDir Path directory) throws Exception {
        if (!Files.isDirectory(EXAMPLE.resolve("node_modules"))) {
            System.err.println(
                    "SKIPPED: the Node client. Run 'npm ci' in docs/examples/grpc-node first, as .ci/run does.");
        }
        assumeThat(EXAMPLE.resolve("node_modules")).isDirectory();
        var audio = directory.resolve("node.mp3");
        var output = directory.resolve("output.txt");

        int exit;
        try (var running = RunningGateway.start(directory.resolve("data"), Map.of())) {
            var node = new ProcessBuilder("node", "stream.mjs", running.gateway.grpcAddress(), audio.toString())
                    .directory(EXAMPLE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            node.environment().put("PARLEY_API_KEY", RunningGateway.KEY);
            exit = waitFor(node.start());
        }

        assertThat(exit).as(Files.readString(output)).isZero();
        assertThat(audio).isNotEmptyFile();
        assertThat(Files.readString(output)).contains("0.73");
    }

    private static int waitFor(Process process) throws InterruptedException {
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return process.exitValue();
    }
}
