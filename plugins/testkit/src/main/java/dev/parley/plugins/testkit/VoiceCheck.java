package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.render.Kind;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What P6 and P7 ask of a provider's voices. */
record VoiceCheck(VoiceProvider provider) {

    private static final String NOBODY = "nobody answers to this name";

    /** The shape of an id of ElevenLabs, which no voice has. */
    private static final String FOREIGN_ID = "zZ9yY8xX7wW6vV5uU4tT";

    void haveDistinctIds() throws ProviderException {
        List<Voice> voices = provider.voices();
        boolean speaks = provider.capabilities().models().stream()
                .flatMap(model -> model.kinds().stream())
                .anyMatch(kind -> kind.isSpoken() || kind == Kind.VOICE_CHANGE);
        assertThat(!voices.isEmpty() || !speaks)
                .as("whoever speaks has voices: %s", voices)
                .isTrue();
        assertThat(voices)
                .extracting(Voice::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isNotBlank());
    }

    void areFoundById() throws ProviderException {
        for (Voice voice : provider.voices()) {
            assertThat(found(voice.id()))
                    .as("voice found by the id '%s'", voice.id())
                    .contains(voice.id());
        }
    }

    void areFoundByNameInAnyCase() throws ProviderException {
        for (Voice voice : provider.voices()) {
            for (String name : cases(voice.name())) {
                assertThat(found(name)).as("voice found by the name '%s'", name).contains(voice.id());
            }
        }
    }

    void answerToAliasesInAnyCase() throws ProviderException {
        for (Voice voice : provider.voices()) {
            for (String alias : voice.aliases()) {
                for (String name : cases(alias)) {
                    assertThat(found(name))
                            .as("voice found by the alias '%s'", name)
                            .isPresent();
                }
            }
        }
    }

    void unknownNameIsNobody() throws ProviderException {
        assertThat(provider.findVoice(NOBODY)).as("voice found by '%s'", NOBODY).isEmpty();
    }

    void foreignIdHasAStandIn() throws ProviderException {
        Optional<VoiceMatch> match = provider.findVoice(FOREIGN_ID);
        assertThat(match).as("voice found by '%s'", FOREIGN_ID).isPresent();
        assertThat(match.orElseThrow().standIn()).as("declared as a stand-in").isTrue();
        assertThat(provider.findVoice(FOREIGN_ID)).as("the second time").isEqualTo(match);
    }

    void foreignIdIsNobody() throws ProviderException {
        assertThat(provider.findVoice(FOREIGN_ID))
                .as("voice found by '%s'", FOREIGN_ID)
                .isEmpty();
    }

    private Optional<String> found(String name) throws ProviderException {
        return provider.findVoice(name)
                .filter(match -> !match.standIn())
                .map(match -> match.voice().id());
    }

    private static List<String> cases(String name) {
        return List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
