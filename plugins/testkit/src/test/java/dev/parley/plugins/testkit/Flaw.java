package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways to break the contract, each with the tests that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // Holds functions and an unmodifiable list; one flaw counts on purpose.
enum Flaw {
    NONE,
    NAME_WITH_CAPITALS("p01_nameIsLowerCaseLettersDigitsAndHyphens") {
        @Override
        String name(String good) {
            return "Tone";
        }
    },
    NAME_CHANGES("p01_nameNeverChanges") {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        String name(String good) {
            return good + calls.incrementAndGet();
        }
    },
    NOT_IN_THE_SERVICE_FILE("p01_serviceLoaderFindsTheFactory") {
        @Override
        VoiceProviderFactory factory() {
            return new FlawedFactory(this) {};
        }
    },
    KEY_WITH_HYPHEN("p02_keysFitEnvironmentVariables", "p02_configUnderTestSetsRequiredAndSecretKeys") {
        @Override
        Set<String> secretKeys(Set<String> good) {
            return Set.of("api-key");
        }
    },
    SECRET_THAT_IS_NOT_TESTED("p02_configUnderTestSetsRequiredAndSecretKeys") {
        @Override
        Set<String> secretKeys(Set<String> good) {
            return Set.of("api_key", "password");
        }
    },
    PRINTS_ITS_SECRET("p02_secretsAreNotPrinted") {
        @Override
        VoiceProvider create(VoiceProviderFactory good, ProviderConfig config) {
            return new ForwardingProvider(good.create(config)) {
                @Override
                public String toString() {
                    return "Tone" + config.values();
                }
            };
        }
    },
    MISSES_NO_KEY("p03_missingRequiredKeyIsNamed") {
        @Override
        VoiceProvider create(VoiceProviderFactory good, ProviderConfig config) {
            return good.create(TestConfig.with(config, "api_key", "a default"));
        }
    },
    DOES_NOT_NAME_THE_MISSING_KEY("p03_missingRequiredKeyIsNamed") {
        @Override
        VoiceProvider create(VoiceProviderFactory good, ProviderConfig config) {
            if (config.value("api_key").isEmpty()) {
                throw new IllegalArgumentException("bad configuration");
            }
            return good.create(config);
        }
    },
    IGNORES_TYPOS("p03_unknownKeyIsNamed") {
        @Override
        VoiceProvider create(VoiceProviderFactory good, ProviderConfig config) {
            return good.create(TestConfig.without(config, "no_such_key_anywhere"));
        }
    },
    CAPABILITIES_CHANGE(ProviderFlaws::capabilitiesChange, "p04_capabilitiesStayEqual"),
    MODELS_SHARE_A_NAME(ProviderFlaws::modelsShareAName, "p04_modelsHaveDistinctNames"),
    MODEL_WITHOUT_DESCRIPTION(ProviderFlaws::modelWithoutDescription, "p04_modelsAreDescribedInFull"),
    UNITS_ARE_ZERO(ProviderFlaws::unitsAreZero, "p05_unitsAreAtLeastOne"),
    UNITS_GROW(ProviderFlaws::unitsGrow, "p05_equalRequestsAreWorthEqualUnits"),
    VOICES_SHARE_AN_ID(ProviderFlaws::voicesShareAnId, "p06_voicesHaveDistinctIds"),
    IDS_ARE_NOT_FOUND(ProviderFlaws::idsAreNotFound, "p07_voicesAreFoundById"),
    NAMES_COUNT_EXACTLY(ProviderFlaws::namesCountExactly, "p07_voicesAreFoundByNameInAnyCase"),
    ALIASES_COUNT_EXACTLY(ProviderFlaws::aliasesCountExactly, "p07_voicesAnswerToAliasesInAnyCase"),
    NAMES_WITH_SPACES_ARE_SOMEBODY(ProviderFlaws::namesWithSpacesAreSomebody, "p07_unknownNameIsNobody"),
    STANDS_IN_UNDECLARED(ProviderFlaws::standsInUndeclared, "p07_foreignIdHasAStandInWhereDeclared"),
    HALF_A_SAMPLE_IN_ONE_FORMAT(StreamFlaws::halfASample, "p08_everyModelRendersEveryKindInEveryFormat"),
    SILENT_IN_ONE_FORMAT(StreamFlaws::silent, "p08_everyModelRendersEveryKindInEveryFormat"),
    TOO_SHORT_IN_ONE_FORMAT(StreamFlaws::tooShort, "p08_everyModelRendersEveryKindInEveryFormat"),
    CUT_SHORT_WHERE_MANY_READ(StreamFlaws::cutShortForVirtualThreads, "p08_manyThreadsAtOnceGetWholeAudio"),
    TELLS_A_FORMAT_THAT_IT_DOES_NOT_MAKE(
            StreamFlaws::tellsAnotherFormat, "p08_everyModelRendersEveryKindInEveryFormat"),
    FORMAT_CHANGES(StreamFlaws::formatChanges, "p09_formatIsTheSameToTheEnd"),
    ALL_IN_ONE_PIECE(StreamFlaws::allInOnePiece, "p08_audioComesInPiecesWhereDeclared"),
    NEVER_SOUNDS_EQUAL(StreamFlaws::neverSoundsEqual, "p08_equalRequestsSoundEqualWhereDeclared"),
    THROWS_AFTER_THE_END(StreamFlaws::throwsAfterTheEnd, "p09_nullForEverAfterTheEnd"),
    TIMINGS_GO_BACK(StreamFlaws::timingsGoBack, "p09_segmentsNeverGoBack"),
    TIMINGS_OUTLAST_THE_AUDIO(StreamFlaws::timingsOutlastTheAudio, "p09_segmentsNeverGoBack"),
    CHARACTERS_ARE_MISSING(StreamFlaws::charactersAreMissing, "p09_segmentsCoverEveryCharacterOnce"),
    CHARACTERS_COME_TWICE(StreamFlaws::charactersComeTwice, "p09_segmentsCoverEveryCharacterOnce"),
    TIMINGS_UNDECLARED(ProviderFlaws::timingsUndeclared, "p09_modelWithoutTimingsTellsNone"),
    SECOND_CLOSE_THROWS(
            StreamFlaws::secondCloseThrows,
            "p10_closeIsIdempotent",
            "p10_closedStreamGivesNoMoreAudio",
            "p10_closeFromAnotherThreadEndsTheReader"),
    PLAYS_ON_AFTER_CLOSE(StreamFlaws::playsOnAfterClose, "p10_closedStreamGivesNoMoreAudio"),
    BLOCKS_WHATEVER_IS_CLOSED(
            StreamFlaws::blocksWhateverIsClosed,
            "p10_closeFromAnotherThreadEndsTheReader",
            "p12_openStreamEndsAfterClose"),
    IGNORES_THE_DEADLINE(ProviderFlaws::ignoresTheDeadline, "p11_deadlineInThePastIsUnavailable"),
    BLAMES_THE_CALLER_WHEN_LATE(ProviderFlaws::blamesTheCaller, "p11_deadlineInThePastIsUnavailable"),
    DOES_NOT_KNOW_WHETHER_IT_BEGAN(ProviderFlaws::doesNotKnowWhetherItBegan, "p11_deadlineInThePastIsUnavailable"),
    KEEPS_AN_ID_UNDECLARED(ProviderFlaws::keepsAnId, "p13_upstreamsIdIsKeptWhereDeclared"),
    BELIEVES_WHO_RINGS(ProviderFlaws::believesWhoRings, "p14_ringingChangesNothing"),
    SECOND_PROVIDER_CLOSE_THROWS(
            ProviderFlaws::secondCloseThrows,
            "p12_closeIsIdempotent",
            "p12_openStreamEndsAfterClose",
            "p12_closeEndsItsThreads"),
    LEAVES_A_THREAD(ProviderFlaws::leavesAThread, "p12_closeEndsItsThreads");

    private final ProviderFlaws.Breaking breaking;
    private final List<String> noticedBy;

    Flaw(String... noticedBy) {
        this(good -> good, noticedBy);
    }

    Flaw(ProviderFlaws.Breaking breaking, String... noticedBy) {
        this.breaking = breaking;
        this.noticedBy = List.of(noticedBy);
    }

    List<String> noticedBy() {
        return noticedBy;
    }

    VoiceProviderFactory factory() {
        return new FlawedFactory(this);
    }

    String name(String good) {
        return good;
    }

    Set<String> secretKeys(Set<String> good) {
        return good;
    }

    VoiceProvider create(VoiceProviderFactory good, ProviderConfig config) {
        return breaking.of(good.create(config));
    }
}
