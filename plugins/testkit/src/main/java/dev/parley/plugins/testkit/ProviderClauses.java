package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.render.Kind;
import dev.parley.domain.session.SessionRules;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import org.junit.jupiter.api.Test;

/** The clauses about factories and providers: P1 to P7. */
abstract class ProviderClauses extends ContractSetting {

    /** P1: the name's form. */
    @Test
    public final void p01_nameIsLowerCaseLettersDigitsAndHyphens() {
        assertThat(factory().name()).matches("[a-z][a-z0-9-]{0,31}");
    }

    /** P1: the name is stored with every task. */
    @Test
    public final void p01_nameNeverChanges() {
        assertThat(factory().name()).isEqualTo(factory().name());
    }

    /** P1: the service file names the factory. */
    @Test
    public final void p01_serviceLoaderFindsTheFactory() {
        factoryCheck().isFoundByServiceLoader();
    }

    /** P2: keys become environment variables, so they are lower-case letters, digits and underscores. */
    @Test
    public final void p02_keysFitEnvironmentVariables() {
        factoryCheck().hasWellFormedKeys();
    }

    /** P2: without this, the next tests would prove nothing. */
    @Test
    public final void p02_configUnderTestSetsRequiredAndSecretKeys() {
        factoryCheck().isConfiguredInFull();
    }

    /** P2: nothing that a log may print holds a secret. */
    @Test
    public final void p02_secretsAreNotPrinted() throws ProviderException {
        var check = factoryCheck();
        check.tellsNoSecret(provider().toString());
        check.tellsNoSecret(provider().capabilities().toString());
        check.tellsNoSecret(provider().voices().toString());
    }

    /** P3: each required key is missed by name; without required keys, none is missed. */
    @Test
    public final void p03_missingRequiredKeyIsNamed() {
        factoryCheck().namesEachMissingKey();
    }

    /** P3: a typo is an error. See {@link Behavior#REFUSES_UNKNOWN_KEYS}. */
    @Test
    public final void p03_unknownKeyIsNamed() {
        if (has(Behavior.REFUSES_UNKNOWN_KEYS)) {
            factoryCheck().namesAnUnknownKey();
        } else {
            factoryCheck().ignoresAnUnknownKey();
        }
    }

    /** P4: asked twice, even after a rendering, a provider can do the same. */
    @Test
    public final void p04_capabilitiesStayEqual() throws ProviderException {
        Capabilities before = provider().capabilities();
        Rendering.of(provider(), samples().any());
        assertThat(provider().capabilities()).isEqualTo(before);
    }

    /** P4: models can be told apart. */
    @Test
    public final void p04_modelsHaveDistinctNames() {
        assertThat(provider().capabilities().models())
                .isNotEmpty()
                .extracting(Model::name)
                .doesNotHaveDuplicates();
    }

    /** P4: a model says what it renders, in which formats, and within which limits. */
    @Test
    public final void p04_modelsAreDescribedInFull() {
        assertThat(provider().capabilities().models()).allSatisfy(model -> {
            assertThat(model.name()).isNotBlank();
            assertThat(model.description()).isNotBlank().doesNotContain("\n");
            assertThat(model.kinds()).isNotEmpty();
            assertThat(model.formats().isEmpty())
                    .isEqualTo(model.kinds().contains(Kind.TRANSCRIPTION)
                            || model.kinds().contains(Kind.VOICE_CLONE)
                            || model.rules() instanceof SessionRules);
            if (model.rules() instanceof DialogueRules rules) {
                assertThat(rules.voicesMax()).isPositive();
                assertThat(rules.charactersMax()).isPositive();
            }
        });
    }

    /** P5: nothing is for nothing. */
    @Test
    public final void p05_unitsAreAtLeastOne() throws ProviderException {
        for (SpokenRequest request : samples().all()) {
            assertThat(provider().billableUnits(request))
                    .as("units of %s", request)
                    .isPositive();
        }
    }

    /** P5: an estimate stays true, before a rendering and after it. */
    @Test
    public final void p05_equalRequestsAreWorthEqualUnits() throws ProviderException {
        if (samples().any() instanceof SpokenRequest request) {
            long before = provider().billableUnits(request);
            Rendering.of(provider(), request);
            assertThat(provider().billableUnits((SpokenRequest) samples().any()))
                    .isEqualTo(before);
        }
    }

    /** P6: voices can be told apart. */
    @Test
    public final void p06_voicesHaveDistinctIds() throws ProviderException {
        voiceCheck().haveDistinctIds();
    }

    /** P7: by id. */
    @Test
    public final void p07_voicesAreFoundById() throws ProviderException {
        voiceCheck().areFoundById();
    }

    /** P7: by name. */
    @Test
    public final void p07_voicesAreFoundByNameInAnyCase() throws ProviderException {
        voiceCheck().areFoundByNameInAnyCase();
    }

    /** P7: by alias. */
    @Test
    public final void p07_voicesAnswerToAliasesInAnyCase() throws ProviderException {
        voiceCheck().answerToAliasesInAnyCase();
    }

    /** P7: nobody is chosen by accident. */
    @Test
    public final void p07_unknownNameIsNobody() throws ProviderException {
        voiceCheck().unknownNameIsNobody();
    }

    /** P7: see {@link Behavior#STANDS_IN}. */
    @Test
    public final void p07_foreignIdHasAStandInWhereDeclared() throws ProviderException {
        if (has(Behavior.STANDS_IN)) {
            voiceCheck().foreignIdHasAStandIn();
        } else {
            voiceCheck().foreignIdIsNobody();
        }
    }
}
