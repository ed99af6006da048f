package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.plugin.PluginJar;
import dev.parley.server.plugin.Readme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of plugins/README.md, had its author known no dialogues: it serves them all the same. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class SpeechPluginTest {

    private static final String TEXT = "Twenty-five characters ok";

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        String example = Readme.example();
        String speechOnly = example.replace("Set.of(Kind.DIALOGUE, Kind.SPEECH)", "Set.of(Kind.SPEECH)");
        assertThat(speechOnly).isNotEqualTo(example);
        PluginJar.write(data.resolve("plugins/acme/acme.jar"), "AcmeFactory", speechOnly);
        running = RunningGateway.start(
                data, Map.of("PARLEY_PROVIDERS_ACME_API_KEY", "sk-acme", "PARLEY_DIALOGUE_GAP", "0.5s"));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void itsDialoguesAreSpokenTurnByTurnWithTheConfiguredGap() {
        var body = RunningGateway.JSON.createObjectNode().put("model", "acme-beep");
        var input = body.putObject("input").put("output_format", "pcm_16000");
        var dialogue = input.putArray("dialogue");
        for (int i = 0; i < 3; i++) {
            dialogue.addObject().put("text", TEXT).put("voice", "Beep");
        }

        var created = running.postJson("/v1/audio/generations", body);
        var task = running.awaitTask(created.at("/data/taskId").asText());

        assertThat(task.path("status").asText()).as(task.toPrettyString()).isEqualTo("completed");
        assertThat(task.path("characters").asInt()).isEqualTo(75);
        var audio = running.get(task.at("/output/urls/0").asText());
        assertThat(audio.body()).hasSize(2 * 16 * (3 * 2500 + 2 * 500));
    }

    @Test
    void onlyItsDescriptionTellsOfIt() {
        var models = running.getJson("/v1/models").path("data");
        assertThat(models.findValuesAsText("description")).contains("Beeps (dialogues are spoken turn by turn)");
    }
}
