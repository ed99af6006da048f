package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plugin of plugins/README.md, dropped into the data directory. It makes PCM at one rate, and nothing else. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class PluginTest {

    private static final String TEXT = "Twenty-five characters ok";

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        PluginJar.write(data.resolve("plugins/acme/acme.jar"), "AcmeFactory", Readme.example());
        running = RunningGateway.start(data, Map.of("PARLEY_PROVIDERS_ACME_API_KEY", "sk-acme"));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void itsModelsAndVoicesAreListedWithTheOthers() {
        assertThat(running.getJson("/v1/models").findValuesAsText("id"))
                .contains("acme-beep", "local-dialogue-v1", "elevenlabs-text-to-dialogue-v3");
        assertThat(running.getJson("/v1/voices").findValuesAsText("name")).contains("Beep", "Aria");
    }

    @ParameterizedTest
    @EnumSource
    void itServesEveryFormat(AudioFormat format) throws IOException {
        var body = RunningGateway.JSON.createObjectNode().put("model", "acme-beep");
        var input = body.putObject("input").put("output_format", format.toString());
        input.putArray("dialogue").addObject().put("text", TEXT).put("voice", "Beep");

        var created = running.postJson("/v1/audio/generations", body);
        var task = running.awaitTask(created.at("/data/taskId").asText());

        assertThat(task.path("status").asText()).as(task.toPrettyString()).isEqualTo("completed");
        assertThat(task.path("provider").asText()).isEqualTo("acme");
        assertThat(task.path("credits").decimalValue())
                .as("the price of what no tariff names")
                .isEqualByComparingTo("0.25");
        var audio = running.get(task.at("/output/urls/0").asText());
        assertThat(audio.headers().firstValue("content-type"))
                .hasValue(format.codec().mediaType());
        var decoder = new StandardCodecs().decoder(format);
        int samples = decoder.decode(audio.body()).length + decoder.finish().length;
        assertThat(samples / (double) format.sampleRateHz()).isBetween(2.49, 2.6);
    }
}
