package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final ScriptedProvider local = new ScriptedProvider("local-1", World.MODEL);
    private final ScriptedProvider upstream = new ScriptedProvider("upstream-1", World.MODEL);

    @Test
    void theBuiltInVoiceServesWhileNothingElseIsThere() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);

        assertThat(catalog.model(World.MODEL).provider()).isEqualTo("local");
        assertThat(catalog.models()).extracting(PublicModel::name).containsExactly(World.MODEL, "local-1");
    }

    @Test
    void anyOtherProviderGoesFirst() {
        var catalog = new Catalog(new Providers(Map.of("local", local, "zeta", upstream)), World.TARIFF);

        assertThat(catalog.model(World.MODEL).provider()).isEqualTo("zeta");
        assertThat(catalog.model("local-1").provider()).isEqualTo("local");
    }

    @Test
    void theStricterRulesHold() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);

        assertThat(catalog.model(World.MODEL).rules().charactersMax()).isEqualTo(5000);
        assertThat(catalog.model(World.MODEL).rules().stability()).isEqualTo(StabilityRule.STEPS);
        assertThat(catalog.model("local-1").rules().charactersMax()).isEqualTo(6000);
        assertThat(catalog.model("local-1").rules().stability()).isEqualTo(StabilityRule.RANGE);
    }

    @Test
    void anUnknownModelIsRefusedWithTheKnown() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);

        assertThatThrownBy(() -> catalog.model("gpt"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ModelNotFound.class))
                .hasMessageContaining("'gpt'")
                .hasMessageContaining(World.MODEL);
    }

    @Test
    void aProviderThatIsGoneIsNamed() {
        var providers = new Providers(Map.of("local", local));

        assertThatThrownBy(() -> providers.named("acme")).hasMessage("No provider \"acme\". Installed: local");
    }
}
