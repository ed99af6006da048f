package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Caller ANYBODY = new Caller("acc_1", "key_1");

    private final ScriptedProvider local = new ScriptedProvider("local-1", World.MODEL);
    private final ScriptedProvider upstream = new ScriptedProvider("upstream-1", World.MODEL);

    @Test
    void theBuiltInVoiceServesWhileNothingElseIsThere() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);

        assertThat(catalog.model(ANYBODY, World.MODEL).provider()).isEqualTo("local");
        assertThat(catalog.models()).extracting(PublicModel::name).containsExactly(World.MODEL, "local-1");
    }

    @Test
    void anyOtherProviderGoesFirst() {
        var catalog = new Catalog(new Providers(Map.of("local", local, "zeta", upstream)), World.TARIFF);

        assertThat(catalog.model(ANYBODY, World.MODEL).provider()).isEqualTo("zeta");
        assertThat(catalog.model(ANYBODY, "local-1").provider()).isEqualTo("local");
    }

    @Test
    void theStricterRulesHold() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);

        assertThat(((DialogueRules) catalog.model(ANYBODY, World.MODEL).rules()).charactersMax())
                .isEqualTo(5000);
        assertThat(((DialogueRules) catalog.model(ANYBODY, World.MODEL).rules()).stability())
                .isEqualTo(StabilityRule.STEPS);
        assertThat(((DialogueRules) catalog.model(ANYBODY, "local-1").rules()).charactersMax())
                .isEqualTo(6000);
        assertThat(((DialogueRules) catalog.model(ANYBODY, "local-1").rules()).stability())
                .isEqualTo(StabilityRule.RANGE);
    }

    @Test
    void anUnknownModelIsRefusedWithTheKnown() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);

        assertThatThrownBy(() -> catalog.model(ANYBODY, "gpt"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ModelNotFound.class))
                .hasMessageContaining("'gpt'")
                .hasMessageContaining(World.MODEL);
    }

    @Test
    void aKeySeesOnlyTheModelsItAllows() {
        var catalog = new Catalog(new Providers(Map.of("local", local)), World.TARIFF);
        var limits = new KeyLimits(List.of(), Set.of("local-1"), null, null, SpendLimits.NONE);
        var limited = new Caller("acc_1", "key_1", limits);

        assertThat(catalog.models(limited)).extracting(PublicModel::name).containsExactly("local-1");
        assertThatThrownBy(() -> catalog.model(limited, World.MODEL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not allow the model")
                .hasMessageContaining("local-1");
    }

    @Test
    void aProviderThatIsGoneIsNamed() {
        var providers = new Providers(Map.of("local", local));

        assertThatThrownBy(() -> providers.named("acme")).hasMessage("No provider \"acme\". Installed: local");
    }
}
