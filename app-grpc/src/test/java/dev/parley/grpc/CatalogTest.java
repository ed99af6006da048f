package dev.parley.grpc;

import static dev.parley.grpc.GrpcWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.ListModelsRequest;
import dev.parley.v1.ListVoicesRequest;
import dev.parley.v1.Model;
import dev.parley.v1.StabilityRule;
import dev.parley.v1.Voice;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CatalogTest {

    private final GrpcWorld world = new GrpcWorld();
    private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog =
            with(CatalogServiceGrpc.newBlockingStub(world.channel), "x-api-key", GrpcWorld.KEY);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void modelsShowTheirLimitsAndPrices() {
        var model = catalog.listModels(ListModelsRequest.getDefaultInstance()).getModels(0);

        assertThat(model)
                .isEqualTo(Model.newBuilder()
                        .setName(GrpcWorld.MODEL)
                        .setDescription(model.getDescription())
                        .setProvider("scripted")
                        .setVoicesMax(10)
                        .setCharactersMax(5000)
                        .setStability(StabilityRule.STABILITY_RULE_STEPS)
                        .setCreditsPerThousandMicros(10_000_000)
                        .addLanguageCodes("de")
                        .addLanguageCodes("en")
                        .setTimings(true)
                        .addKinds("dialogue")
                        .setPriceUnit("character")
                        .build());
    }

    @Test
    void aProvidersOwnModelIsListedToo() {
        var models = catalog.listModels(ListModelsRequest.getDefaultInstance());

        assertThat(models.getModels(1).getName()).isEqualTo("scripted-1");
        assertThat(models.getModels(1).getStability()).isEqualTo(StabilityRule.STABILITY_RULE_RANGE);
    }

    @Test
    void everyFormatIsListed() {
        assertThat(catalog.listModels(ListModelsRequest.getDefaultInstance()).getOutputFormatsList())
                .isEqualTo(Arrays.stream(AudioFormat.values())
                        .map(AudioFormat::toString)
                        .toList());
    }

    @Test
    void voicesShowWhoseTheyAre() {
        var voices = catalog.listVoices(ListVoicesRequest.getDefaultInstance());

        assertThat(voices.getVoices(0))
                .isEqualTo(Voice.newBuilder()
                        .setId("id-ann")
                        .setName("Ann")
                        .addAliases("first")
                        .addAliases("narrator")
                        .setDescription("calm")
                        .setProvider("scripted")
                        .setCategory("premade")
                        .build());
        assertThat(voices.getVoicesCount()).isEqualTo(2);
    }
}
