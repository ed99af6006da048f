package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.domain.webhook.SigningSecret;
import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The receivers of docs/webhooks.md, each with the library of its own language, against what is really sent. */
class ExamplesTest {

    /** After which a receiver is ended, so that nobody reads what it never says. */
    private static final int PATIENCE_SECONDS = 60;

    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();
    private static final SigningSecret KNOWN = SigningSecret.issue(new SecureRandom());
    private static final SigningSecret OTHER = SigningSecret.issue(new SecureRandom());
    private static final String BODY = "{\"type\":\"task.completed\",\"data\":{\"text\":\"Grüße, 汉 🙂\"}}";

    @Test
    void nodeTellsGoodFromBad() throws Exception {
        var directory = EXAMPLES.resolve("webhooks-node");
        require(directory.resolve("node_modules"), "npm ci");

        tellsGoodFromBad(directory, "node", "receive.mjs", "0");
    }

    @Test
    void pythonTellsGoodFromBad() throws Exception {
        var directory = EXAMPLES.resolve("webhooks-python");
        var python = directory.resolve(".venv/bin/python");
        require(python, "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt");

        tellsGoodFromBad(directory, python.toString(), "receive.py", "0");
    }

    @Test
    void javaTellsGoodFromBad() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var library = Path.of(com.standardwebhooks.Webhook.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        tellsGoodFromBad(EXAMPLES.resolve("webhooks-java"), java, "-cp", library.toString(), "Receive.java", "0");
    }

    private static void tellsGoodFromBad(Path directory, String... command) throws Exception {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("WEBHOOK_SECRET", KNOWN.value());
        var process = builder.start();
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (var output = process.inputReader()) {
            var listening = output.readLine();
            assertThat(listening).startsWith("listening on ");
            var url = URI.create("http://127.0.0.1:" + listening.substring("listening on ".length()) + "/hook");

            assertThat(post(url, KNOWN)).isEqualTo(204);
            assertThat(output.readLine()).isEqualTo("received evt_1");
            assertThat(post(url, OTHER, KNOWN))
                    .as("the secret is being replaced")
                    .isEqualTo(204);
            assertThat(post(url, OTHER)).as("signed by somebody else").isEqualTo(400);
            assertThat(postChanged(url)).as("changed on its way").isEqualTo(400);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int post(URI url, SigningSecret... secrets) {
        try (var sender = new HttpWebhookSender(Calls.impatient(Duration.ofSeconds(20)))) {
            var answer = sender.post(new Call(url, "evt_1", Instant.now(), BODY, List.of(secrets)));
            assertThat(answer).isInstanceOf(Answered.class);
            return ((Answered) answer).status();
        }
    }

    private static int postChanged(URI url) throws IOException, InterruptedException {
        try (var catching = Receiver.saying("HTTP/1.1 204 No Content\r\n\r\n");
                var client = HttpClient.newHttpClient()) {
            assertThat(post(catching.url(), KNOWN)).isEqualTo(204);
            var caught = catching.request();
            var changed = HttpRequest.newBuilder(url)
                    .POST(BodyPublishers.ofString(caught.body().replace("completed", "cancelled")));
            caught.headers().forEach((name, value) -> {
                if (name.startsWith("webhook-")) {
                    changed.header(name, value);
                }
            });
            return client.send(changed.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static void require(Path file, String command) throws IOException {
        if (!Files.exists(file)) {
            System.err.println("SKIPPED: a receiver of webhooks. Run '" + command + "' in its folder under "
                    + "docs/examples first, as .ci/run does.");
        }
        assumeThat(file).exists();
    }
}
