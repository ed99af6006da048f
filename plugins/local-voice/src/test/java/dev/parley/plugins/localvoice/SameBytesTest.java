package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.ports.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SameBytesTest {

    @Test
    void theSameRequestGivesTheSameBytesWhateverWasSaidBefore() throws ProviderException {
        byte[] before = Speaking.hear(dialogue(3)).bytes();
        Speaking.hear("Elli", "Something else: 42 apples, no?");
        assertThat(Speaking.hear(dialogue(3)).bytes()).isEqualTo(before);
    }

    @Test
    void eightThreadsHearWhatEachWouldHearAlone() throws Exception {
        List<byte[]> alone = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            alone.add(Speaking.hear(dialogue(i)).bytes());
        }
        assertThat(together()).containsExactlyElementsOf(alone);
    }

    @Test
    void anotherVoiceGivesOtherBytes() throws ProviderException {
        assertThat(Speaking.hear(dialogue(1)).bytes())
                .isNotEqualTo(Speaking.hear(dialogue(2)).bytes());
    }

    private static List<byte[]> together() throws InterruptedException, ExecutionException {
        List<Future<byte[]>> heard = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                var request = dialogue(i);
                heard.add(threads.submit(() -> Speaking.hear(request).bytes()));
            }
        }
        List<byte[]> bytes = new ArrayList<>();
        for (var one : heard) {
            bytes.add(one.get());
        }
        return bytes;
    }

    private static DialogueRequest dialogue(int number) {
        String voice = Presets.VOICES.get(number).id();
        return Speaking.dialogue(
                Speaking.turn(voice, "It is number " + number + ", and that is that."),
                Speaking.turn("George", "Is it? I paid $3.50 on May 4th, 1999."),
                Speaking.turn(voice, "Ça va, 你好!"));
    }
}
