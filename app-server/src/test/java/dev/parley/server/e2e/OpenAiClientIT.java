package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's own client, that knows nothing of us. */
@Timeout(120)
class OpenAiClientIT {

    private static final Path EXAMPLE =
            Path.of("../docs/examples/openai-js").toAbsolutePath().normalize();

    @Test
    void openAisClientSpeaksWithoutAChange(@TempDir Path directory) throws Exception {
        if (!Files.isDirectory(EXAMPLE.resolve("node_modules"))) {
            System.err.println(
                    "SKIPPED: OpenAI's client. Run 'npm ci' in docs/examples/openai-js first, as .ci/run does.");
        }
        assumeThat(EXAMPLE.resolve("node_modules")).isDirectory();
        var output = directory.resolve("output.txt");

        int exit;
        try (var running = RunningGateway.start(directory.resolve("data"), Map.of())) {
            var node = new ProcessBuilder("node", "speak.mjs", directory.toString())
                    .directory(EXAMPLE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            node.environment()
                    .putAll(Map.of(
                            "OPENAI_BASE_URL",
                            running.gateway.httpUrl() + "/v1",
                            "OPENAI_API_KEY",
                            RunningGateway.KEY));
            exit = waitFor(node.start());
        }

        assertThat(exit).as(Files.readString(output)).isZero();
        long pcm = Files.size(directory.resolve("speech.pcm")) / 48;
        assertThat(pcm).as("milliseconds").isBetween(3000L, 8000L);
        assertThat(millis(directory.resolve("speech.mp3"), AudioFormat.MP3_44100_128))
                .isBetween(pcm, pcm + 100);
        assertThat(millis(directory.resolve("speech.opus"), AudioFormat.OPUS_48000_64))
                .isBetween(3000L, 8000L);
        assertThat(Files.readString(output))
                .contains("speech.mp3 ", " audio/mpeg", " audio/pcm;rate=24000;channels=1", " audio/wav")
                .contains("aac: 400 invalid_request_error invalid_value response_format: 400 'response_format' must be"
                        + " one of mp3, opus, wav, pcm: 'aac' is not made here.")
                .contains("too long: 400 invalid_request_error invalid_value input")
                .contains("no voice: 400 invalid_request_error invalid_value voice")
                .contains("no model: 404 invalid_request_error model_not_found model")
                .contains("wrong key: 401 invalid_request_error invalid_api_key null");
    }

    private static long millis(Path file, AudioFormat format) throws IOException {
        var decoder = new StandardCodecs().decoder(format);
        long samples = decoder.decode(Files.readAllBytes(file)).length + (long) decoder.finish().length;
        return samples * 1000 / format.sampleRateHz();
    }

    private static int waitFor(Process process) throws InterruptedException {
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return process.exitValue();
    }
}
