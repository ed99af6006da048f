package dev.parley.server.cli;

import dev.parley.domain.account.KeySecret;
import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything at once, with nothing prepared. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Speaks a sample dialogue, with nothing prepared, and keeps serving.",
        description = "%nStarts a gateway of its own on free ports and a temporary data directory, speaks a dialogue"
            + " through the REST task API and once more through gRPC streaming, writes dialogue.mp3, dialogue.vtt and"
            + " dialogue.json, and keeps serving until Ctrl-C.%n")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "parley-demo",
            description = "Where the files go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("parley-demo");

    @Option(names = "--once", description = "End after the files are written.")
    private boolean once;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Another dialogue: {\"dialogue\":[{\"text\",\"voice\"}]}, or 'Name: line' lines.")
    private @Nullable Path script;

    @Override
    public Integer call() throws Exception {
        var dialogue = script == null ? Script.parse(sample()) : Script.read(script);
        var data = Files.createTempDirectory("parley-demo-");
        var key = KeySecret.issue(new SecureRandom());
        var gateway = Gateway.start(config(data, key));
        Shutdown.onExit(() -> {
            gateway.close();
            delete(data);
        });
        Files.createDirectories(out);
        new Demonstration(gateway, key, dialogue, out, System.out).run();
        if (!once) {
            System.out.println("\nServing until Ctrl-C.");
            Shutdown.await();
        }
        return 0;
    }

    /** Nothing of the operator's own settings: the demo must cost nobody anything. */
    private static ServerConfig config(Path data, KeySecret key) {
        return ServerConfig.load(
                Map.of(
                        "PARLEY_HTTP_PORT", "0",
                        "PARLEY_GRPC_PORT", "0",
                        "PARLEY_DATA_DIR", data.toString(),
                        "PARLEY_BOOTSTRAP_KEY", key.value(),
                        "PARLEY_BOOTSTRAP_CREDITS", "100"),
                data);
    }

    private static String sample() throws IOException {
        try (var resource = Objects.requireNonNull(DemoCommand.class.getResourceAsStream("/demo/dialogue.json"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's data is left in " + directory, e);
        }
    }
}
