package dev.parley.server.cli;

import dev.parley.domain.ledger.Credits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A client of a running gateway. */
@Command(
        name = "say",
        mixinStandardHelpOptions = true,
        header = "Speaks a dialogue through a running gateway.",
        description = "%nThe audio is written as it comes. FILE holds 'Name: line' lines, or {\"dialogue\":[{\"text\","
                + "\"voice\"}]}. A name that is a voice speaks with it; any other name is given a voice of its own.%n",
        footer = {"", "Example:", "  printf 'Aria: Hello!\\nAntoni: Hello, Aria.\\n' | ./parley say - -o hello.mp3"})
final class SayCommand implements Callable<Integer> {

    private static final String STANDARD = "-";

    @Parameters(paramLabel = "FILE|-", description = "The dialogue; - is standard input.")
    private String file = STANDARD;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "OUT",
            description = "Where the audio goes; - is standard output.")
    private String out = STANDARD;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mp3_44100_128",
            description = "Audio format, as mp3_44100_128, pcm_16000, opus_48000_64. Default: ${DEFAULT-VALUE}.")
    private String format = "";

    @Option(names = "--voice", paramLabel = "NAME=VOICE", description = "Who speaks NAME. May be repeated.")
    private Map<String, String> voices = new LinkedHashMap<>();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = GatewayClient.MODEL,
            description = "Default: ${DEFAULT-VALUE}.")
    private String model = "";

    @Option(
            names = "--address",
            defaultValue = "${env:PARLEY_ADDRESS:-127.0.0.1:9090}",
            paramLabel = "HOST:PORT",
            description = "gRPC address of the gateway (PARLEY_ADDRESS). Default: ${DEFAULT-VALUE}.")
    private String address = "";

    @Option(names = "--tls", description = "The gateway is reached by TLS.")
    private boolean tls;

    @Option(
            names = "--key",
            defaultValue = "${env:PARLEY_API_KEY}",
            paramLabel = "KEY",
            description = "API key. Better set PARLEY_API_KEY: command lines are seen by others.",
            showDefaultValue = Visibility.NEVER)
    private @Nullable String key;

    @Override
    public Integer call() throws IOException {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("no API key: set PARLEY_API_KEY, or give --key");
        }
        var script = read();
        checkOut();
        checkVoices(script);
        try (var client = new GatewayClient(address, key, tls)) {
            var cast = Casting.cast(script.speakers(), voices, client.voices());
            var heard = speak(client, script, cast);
            System.err.printf(
                    "%s: %,d bytes, first audio after %d ms, task %s, %s credits%n",
                    out,
                    heard.finished().getBytes(),
                    heard.firstAudioNanos() / 1_000_000,
                    heard.started().getTaskId(),
                    new Credits(heard.finished().getChargeMicros()));
            heard.started().getWarningsList().forEach(warning -> System.err.println("parley: " + warning));
        }
        return 0;
    }

    private Script read() throws IOException {
        return file.equals(STANDARD)
                ? Script.parse(new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
                : Script.read(Path.of(file));
    }

    private void checkOut() {
        var directory = Path.of(out).toAbsolutePath().getParent();
        if (!out.equals(STANDARD) && (directory == null || !Files.isDirectory(directory))) {
            throw new IllegalArgumentException("there is no directory " + directory + " to write " + out + " to");
        }
        if (Files.isDirectory(Path.of(out))) {
            throw new IllegalArgumentException(out + " is a directory: name a file");
        }
    }

    private void checkVoices(Script script) {
        for (String name : voices.keySet()) {
            if (!script.speakers().contains(name)) {
                throw new IllegalArgumentException("--voice names '" + name + "', who says nothing. Speakers: "
                        + String.join(", ", script.speakers()));
            }
        }
    }

    /** What breaks off leaves no file that looks whole. */
    private GatewayClient.Heard speak(GatewayClient client, Script script, Map<String, String> cast)
            throws IOException {
        if (out.equals(STANDARD)) {
            return client.stream(script, cast, model, format, System.out);
        }
        var target = Path.of(out);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream audio = Files.newOutputStream(target)) {
                return client.stream(script, cast, model, format, audio);
            }
        }
        return speakIntoFile(
                client, script, cast, Files.exists(target) ? target.toRealPath() : target.toAbsolutePath());
    }

    private GatewayClient.Heard speakIntoFile(
            GatewayClient client, Script script, Map<String, String> cast, Path target) throws IOException {
        var part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            GatewayClient.Heard heard;
            try (OutputStream audio =
                    new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
                heard = client.stream(script, cast, model, format, audio);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return heard;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
