package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can be named, how they are found, and how seldom the upstream is asked. */
class VoicesTest {

    private static final String FOREIGN = "zZ9yY8xX7wW6vV5uU4tT";

    @Test
    void allPagesAreListedInOrder() throws ProviderException {
        try (var studio = new Studio()) {
            for (int i = 100; i < 350; i++) {
                studio.upstream.addVoice("listed00000000000" + i, "Listed " + i);
            }
            assertThat(studio.provider.voices())
                    .hasSize(254)
                    .extracting(Voice::name)
                    .startsWith("Rachel - calm, soft");
            assertThat(asked(studio, "/v2/voices")).isEqualTo(3);
        }
    }

    @Test
    void anUpstreamWithoutPagesIsAskedInTheOldWay() throws ProviderException {
        try (var studio = new Studio()) {
            studio.upstream.spoil(request ->
                    request.path().equals("/v2/voices") ? Fault.Refused.of(404, "not_found", "not_found") : null);
            assertThat(studio.provider.voices()).hasSize(4);
        }
    }

    @Test
    void whatIsKnownOfAVoiceIsTold() throws ProviderException {
        try (var studio = new Studio("voice_aliases", "Narrator=Rachel")) {
            Voice rachel = studio.provider.voices().getFirst();
            assertThat(rachel.aliases()).containsExactlyInAnyOrder("Rachel", "narrator");
            assertThat(rachel.category()).isEqualTo("premade");
            assertThat(rachel.labels()).isEqualTo(Map.of("accent", "american", "gender", "female"));
            assertThat(rachel.preview()).isEqualTo(URI.create("https://example.invalid/" + Studio.RACHEL + ".mp3"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "21m00Tcm4TlvDq8ikWAM, 21m00Tcm4TlvDq8ikWAM",
        "rachel, 21m00Tcm4TlvDq8ikWAM",
        "'RACHEL - calm, SOFT', 21m00Tcm4TlvDq8ikWAM",
        "domi, AZnzlk1XvdvUeBnXmlld",
        "Narrator, AZnzlk1XvdvUeBnXmlld",
        "Antoni, 21m00Tcm4TlvDq8ikWAM", // the operator's alias wins over a name
        "old default, EXAVITQu4vr4xnSDxMaL"
    })
    void aVoiceIsFoundByAliasIdOrName(String wanted, String id) throws ProviderException {
        try (var studio =
                new Studio("voice_aliases", "narrator=Domi, ANTONI=rachel, Old Default=EXAVITQu4vr4xnSDxMaL")) {
            assertThat(studio.provider.findVoice(wanted))
                    .hasValueSatisfying(match -> assertThat(match.voice().id()).isEqualTo(id));
        }
    }

    @Test
    void anIdOnNoListIsLookedUpAndRemembered() throws ProviderException {
        try (var studio = new Studio()) {
            studio.provider.voices();
            studio.upstream.addVoice(FOREIGN, "Shared");
            for (int i = 0; i < 3; i++) {
                assertThat(studio.provider.findVoice(FOREIGN)).isPresent();
            }
            assertThat(asked(studio, "/v1/voices/" + FOREIGN)).isEqualTo(1);
        }
    }

    @Test
    void anIdOfNobodyIsLookedUpOnce() throws ProviderException {
        try (var studio = new Studio()) {
            assertThat(studio.provider.findVoice(FOREIGN)).isEmpty();
            assertThat(studio.provider.findVoice(FOREIGN)).isEmpty();
            assertThat(asked(studio, "/v1/voices/" + FOREIGN)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody at all", "../../v1/user", "zZ9yY8xX7wW6vV5uU4t"})
    void whatIsNoIdIsNotLookedUp(String name) throws ProviderException {
        try (var studio = new Studio()) {
            assertThat(studio.provider.findVoice(name)).isEmpty();
            assertThat(studio.upstream.requests())
                    .extracting(SeenRequest::path)
                    .noneMatch(path -> path.startsWith("/v1/voices/"));
        }
    }

    @Test
    void theListIsFetchedOnceForAll() throws Exception {
        try (var studio = new Studio()) {
            List<Thread> callers = Stream.generate(() -> Thread.startVirtualThread(() -> voices(studio)))
                    .limit(20)
                    .toList();
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(asked(studio, "/v2/voices")).isEqualTo(1);
        }
    }

    @Test
    void anOldListIsFetchedAnewBesideTheCaller() throws Exception {
        try (var studio = new Studio("cache_time", "1ms")) {
            assertThat(studio.provider.voices()).hasSize(4);
            studio.upstream.addVoice(FOREIGN, "New");
            var pause = new CountDownLatch(1);
            while (studio.provider.voices().size() < 5) {
                assertThat(pause.await(2, TimeUnit.MILLISECONDS)).isFalse();
            }
        }
    }

    @Test
    void anOldListIsBetterThanNone() throws Exception {
        try (var studio = new Studio("cache_time", "1ms")) {
            assertThat(studio.provider.voices()).hasSize(4);
            studio.upstream.spoil(_ -> Fault.Refused.of(500, "internal_error", "oops"));
            long asked = asked(studio, "/v2/voices");
            var pause = new CountDownLatch(1);
            while (asked(studio, "/v2/voices") == asked) {
                assertThat(studio.provider.voices()).hasSize(4);
                assertThat(pause.await(2, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(studio.provider.findVoice("Domi")).isPresent();
        }
    }

    @Test
    void whoMayOnlySpeakIsTakenAtTheirWordForIds() throws ProviderException {
        try (var studio = new Studio("voice_aliases", "Narrator=" + FOREIGN)) {
            studio.upstream.spoil(_ -> Fault.Refused.of(401, "authentication_error", "missing_permissions"));
            assertThat(studio.provider.findVoice("Narrator"))
                    .hasValueSatisfying(match -> assertThat(match.voice().id()).isEqualTo(FOREIGN));
        }
    }

    @Test
    void aKeyWithoutQuotaStillListsVoices() throws ProviderException {
        try (var studio = new Studio()) {
            studio.upstream.spoilNext(Fault.Refused.of(401, "authentication_error", "quota_exceeded"));
            studio.hear(Studio.dialogue(Studio.LIVE, "Hello."));
            assertThat(studio.provider.voices()).hasSize(4);
        }
    }

    @Test
    void withoutAnyListTheFailureIsTold() {
        try (var studio = new Studio()) {
            studio.upstream.takeKeys("another");
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(studio.provider::voices)
                    .withMessageContaining("key1")
                    .withMessageNotContaining("sk_");
        }
    }

    private static List<Voice> voices(Studio studio) {
        try {
            return studio.provider.voices();
        } catch (ProviderException e) {
            throw new AssertionError(e);
        }
    }

    private static long asked(Studio studio, String path) {
        return studio.upstream.requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }
}
