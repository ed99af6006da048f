package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program, started as people start it. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final String SEARCH = ".mvn/java25";
    private static final Path LAUNCHER = Path.of("../parley").toAbsolutePath().normalize();

    @TempDir
    private Path directory = Path.of("");

    /** What a process left behind. */
    private record Ended(int exit, String output) {}

    @Test
    void theDemoSpeaksAndEnds() throws Exception {
        var ended = run("demo", "--once", "--out", directory.resolve("out").toString());

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("Cost", "Balance", "first audio", "curl -O");
        var vtt = Files.readString(directory.resolve("out/dialogue.vtt"));
        assertThat(vtt).startsWith("WEBVTT\n").contains("<v Aria>", "<v Antoni>", "<v Domi>");
        JsonNode report = RunningGateway.JSON.readTree(
                directory.resolve("out/dialogue.json").toFile());
        assertThat(report.at("/task/status").asText()).isEqualTo("completed");
        assertThat(report.path("timings")).hasSize(8);
        assertThat(report.at("/cost/balance_before")
                        .decimalValue()
                        .subtract(report.at("/cost/balance_after").decimalValue()))
                .isEqualByComparingTo(report.at("/cost/credits").decimalValue());
        assertThat(seconds("out/dialogue.mp3")).isBetween(15.0, 60.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOTTOM: Masters, spread yourselves.\nQUINCE: Answer as I call you.",
                "{\"dialogue\":[{\"text\":\"Hi\",\"voice\":\"Aria\"},{\"text\":\"Ho\",\"voice\":\"Domi\"}]}"
            })
    void theDemoSpeaksAnotherScript(String script) throws Exception {
        var file = Files.writeString(directory.resolve("script.txt"), script);

        var ended = run("demo", "--once", "--script", file.toString(), "--out", directory.toString());

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(Files.readString(directory.resolve("dialogue.vtt"))).contains("\n2\n");
    }

    @Test
    void sayIsAClientOfAServer() throws Exception {
        try (var running = RunningGateway.start(directory.resolve("data"), java.util.Map.of())) {
            var file = Files.writeString(directory.resolve("lines.txt"), "BOTTOM: Name what part I am for.\n");
            var out = directory.resolve("said.pcm");

            var ended = run(
                    "say",
                    file.toString(),
                    "-o",
                    out.toString(),
                    "--format",
                    "pcm_16000",
                    "--voice",
                    "BOTTOM=Adam",
                    "--key",
                    RunningGateway.KEY,
                    "--address",
                    running.gateway.grpcAddress());

            assertThat(ended.exit()).as(ended.output()).isZero();
            assertThat(Files.size(out)).isGreaterThan(30_000);
        }
    }

    @Test
    void sayWritesThroughALinkAndReplacesNothingElse() throws Exception {
        try (var running = RunningGateway.start(directory.resolve("data"), java.util.Map.of())) {
            var file = Files.writeString(directory.resolve("lines.txt"), "Aria: Hello.\n");
            var real = Files.writeString(directory.resolve("real.pcm"), "old");
            var link = Files.createSymbolicLink(directory.resolve("link.pcm"), real);

            var ended = run(
                    "say",
                    file.toString(),
                    "-o",
                    link.toString(),
                    "--format",
                    "pcm_8000",
                    "--key",
                    RunningGateway.KEY,
                    "--address",
                    running.gateway.grpcAddress());
            var refused = run("say", file.toString(), "-o", directory.toString(), "--key", RunningGateway.KEY);

            assertThat(ended.exit()).as(ended.output()).isZero();
            assertThat(Files.isSymbolicLink(link)).isTrue();
            assertThat(Files.size(real)).isGreaterThan(1000);
            assertThat(refused.output()).contains("is a directory");
        }
    }

    @Test
    void sayTellsThatNoGatewayAnswers() throws Exception {
        var file = Files.writeString(directory.resolve("lines.txt"), "Aria: Hello?\n");

        var ended = run("say", file.toString(), "-o", "x.mp3", "--key", "sk-x", "--address", "127.0.0.1:1");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.output())
                .isEqualTo("parley: no gateway answers at the --address (PARLEY_ADDRESS). Is it the gRPC address, as"
                        + " ./parley serve prints it?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "demo --help", "serve --help", "say --help"})
    void helpReadsWell(String arguments) throws Exception {
        var ended = run(arguments.split(" "));

        assertThat(ended.exit()).isZero();
        assertThat(ended.output()).contains("Usage: parley").doesNotContain("Exception");
        assertThat(ended.output().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void aMisusedCommandIsExplained() throws Exception {
        var ended = run("demoo");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.output()).contains("demoo", "demo");
    }

    @Test
    void aWrongSettingEndsTheStartInOneLine() throws Exception {
        Files.writeString(directory.resolve("parley.yml"), "http.prot: 8080\n");

        var ended = run("serve");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.output().lines())
                .singleElement()
                .asString()
                .startsWith("parley: ")
                .contains("http.prot");
    }

    @Test
    void withoutAJdkOneLineSaysWhatToDo() throws Exception {
        // The launcher's list of places is replaced by an empty directory.
        var search = Files.readString(LAUNCHER.resolveSibling(SEARCH))
                .replaceAll("(?s)for candidate in .*?; do", "for candidate in \"" + directory + "\"; do");
        Files.createDirectory(directory.resolve(".mvn"));
        assertThat(Files.writeString(directory.resolve(SEARCH), search).toFile().setExecutable(true))
                .isTrue();
        var launcher = Files.copy(LAUNCHER, directory.resolve("parley"));

        var ended = start("sh", launcher.toString(), "demo");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.output().lines())
                .singleElement()
                .asString()
                .contains("needs a JDK 25", "https://adoptium.net", "PARLEY_JAVA_HOME");
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return start(Stream.concat(Stream.of(LAUNCHER.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private Ended start(String... command) throws IOException, InterruptedException {
        var output = directory.resolve("output.txt");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private double seconds(String mp3) throws IOException {
        var decoder = new StandardCodecs().decoder(AudioFormat.MP3_44100_128);
        byte[] bytes = Files.readAllBytes(directory.resolve(mp3));
        return List.of(decoder.decode(bytes), decoder.finish()).stream()
                        .mapToInt(piece -> piece.length)
                        .sum()
                / 44_100.0;
    }
}
