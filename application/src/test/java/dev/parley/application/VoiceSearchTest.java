package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.catalog.VoiceSearch;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceSearchTest {

    private final VoiceSearch search = search("scripted", new ScriptedProvider("m"));

    @ParameterizedTest
    @ValueSource(strings = {"id-ann", "Ann", "ANN", "narrator", "Narrator"})
    void aVoiceAnswersToIdNameAndAlias(String name) {
        assertThat(search.find(0, name)).contains(new VoiceRef("scripted", "id-ann"));
        assertThat(search.warnings()).isEmpty();
    }

    @Test
    void unnamedVoicesTakeTurns() {
        assertThat(List.of(0, 1, 2, 3))
                .extracting(turn -> search.find(turn, null).orElseThrow().voice())
                .containsExactly("id-ann", "id-bob", "id-ann", "id-bob");
    }

    @Test
    void openAisVoicesHaveStandInsThatDiffer() {
        assertThat(List.of("alloy", "Ash", "echo", "alloy"))
                .extracting(name -> search.find(0, name).orElseThrow().voice())
                .containsExactly("id-ann", "id-bob", "id-bob", "id-ann");
        assertThat(search.warnings()).hasSize(3).first().asString().contains("Voice 'alloy' is not known");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> search.find(3, "Cleopatre")).isInstanceOfSatisfying(Refused.class, refused -> {
            var invalid = (Refusal.Invalid) refused.refusal();
            assertThat(invalid.field()).isEqualTo("dialogue[3].voice");
            assertThat(invalid.message()).contains("'Cleopatre'", "Nearest: Cleopatra, ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankNameIsRefused(String name) {
        assertThatThrownBy(() -> search.find(0, name)).isInstanceOf(Refused.class);
    }

    @Test
    void aVeryLongNameIsNotEchoed() {
        assertThatThrownBy(() -> search.find(0, "x".repeat(5000)))
                .hasMessageContaining("1 to 100 characters")
                .hasMessageNotContaining("xxx");
    }

    @Test
    void aStandInIsTold() {
        var standing = search("local", new StandIns());

        assertThat(standing.find(0, "AbCdEfGhIjKlMnOpQrSt")).contains(new VoiceRef("local", "v1"));
        assertThat(standing.warnings())
                .containsExactly(
                        "Voice 'AbCdEfGhIjKlMnOpQrSt' is not known to the provider local: Vera speaks in its place.");
    }

    @Test
    void aProviderThatCannotTellIsUnavailable() {
        var mute = search("mute", new StandIns() {
            @Override
            public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
                throw new ProviderException(new Failure.Misconfigured("bad key sk-secret"));
            }
        });

        assertThatThrownBy(() -> mute.find(0, "Vera"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class))
                .hasMessageNotContaining("secret");
    }

    private static VoiceSearch search(String name, VoiceProvider provider) {
        var created = new MemoryStore(() -> Instant.EPOCH).createdVoices();
        return new VoiceSearch(name, provider, false, created, "acc_1");
    }

    private static class StandIns implements VoiceProvider {
        private final Voice vera = new Voice("v1", "Vera", Set.of(), "");

        @Override
        public Capabilities capabilities() {
            return new Capabilities(List.of());
        }

        @Override
        public List<Voice> voices() {
            return List.of(vera);
        }

        @Override
        public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
            return Optional.of(new VoiceMatch(vera, !vera.answersTo(name)));
        }

        @Override
        public AudioStream render(dev.parley.domain.render.RenderRequest request, Attempt attempt) {
            throw new AssertionError("not rendered here");
        }

        @Override
        public void close() {}
    }
}
