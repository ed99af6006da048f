package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.audio.AudioLinks;
import dev.parley.application.audio.AudioLinks.Signed;
import dev.parley.application.audio.FetchAudio;
import dev.parley.application.audio.FetchAudio.Found;
import dev.parley.domain.task.TaskState.Completed;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FetchAudioTest {

    private final World world = new World();
    private final AudioLinks links = new AudioLinks(new byte[32], Duration.ofHours(24));
    private final FetchAudio fetch = new FetchAudio(links, world.store.tasks(), world.store.audio(), world.clock);
    private Signed link = new Signed(new UUID(0, 0), "", 0, "");

    @BeforeEach
    void aFinishedTask() {
        try (var live = world.stream.open(world.caller, World.order("Hello"), null)) {
            while (live.next() != null) {
                assertThat(live.task().state()).isNotNull();
            }
            link = links.sign(live.task(), (Completed) live.task().state());
        }
    }

    @Test
    void aLinkLeadsToItsAudioUntilItExpires() {
        assertThat(link.fileName()).isEqualTo("dialogue.mp3");
        world.now = world.now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(fetch.find(link)).isInstanceOf(Found.Audio.class);

        world.now = world.now.plusSeconds(1);
        assertThat(fetch.find(link)).isInstanceOf(Found.Expired.class);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void anyChangedPartIsForged(java.util.function.UnaryOperator<Signed> forge) {
        assertThat(fetch.find(forge.apply(link))).isInstanceOf(Found.Forged.class);
    }

    static Stream<java.util.function.UnaryOperator<Signed>> forgeries() {
        return Stream.of(
                it -> new Signed(UUID.randomUUID(), it.fileName(), it.expiresAtSecond(), it.signature()),
                it -> new Signed(it.task(), "dialogue.pcm", it.expiresAtSecond(), it.signature()),
                it -> new Signed(it.task(), it.fileName(), it.expiresAtSecond() + 1, it.signature()),
                it -> new Signed(it.task(), it.fileName(), it.expiresAtSecond(), ""),
                it -> new Signed(it.task(), it.fileName(), it.expiresAtSecond(), it.signature() + "A"),
                it -> new Signed(
                        it.task(),
                        it.fileName(),
                        it.expiresAtSecond(),
                        it.signature().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void sweptAudioIsGone() throws Exception {
        var audio = ((Found.Audio) fetch.find(link)).audio();
        world.now = world.now.plus(Duration.ofHours(24)).plusSeconds(1);

        world.housekeeping.sweep();

        assertThat(fetch.open(audio, 0)).isEmpty();
    }
}
