package dev.parley.adapters.storage.disk;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.AudioStoreContract;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.ports.audio.AudioStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskAudioStoreTest extends AudioStoreContract {
    private static final long BYTES_MAX = 20;

    @TempDir
    private Path data;

    @Override
    protected AudioStore store(InstantSource clock) throws IOException {
        return new DiskAudioStore(data.resolve("audio"), BYTES_MAX, clock);
    }

    @Test
    void audioLiesUnderTheBeginningOfItsId() throws IOException {
        var audio = committed(3);

        assertThat(files())
                .containsExactly(data.resolve("audio")
                        .resolve(audio.id().substring(0, 2))
                        .resolve(audio.id() + ".pcm"));
    }

    @Test
    void audioUpToTheLimitIsStored() throws IOException {
        assertThat(committed(20).bytes()).isEqualTo(20);
    }

    @Test
    void largerAudioIsRefusedNamingTheLimit() {
        assertThatThrownBy(() -> committed(21)).isInstanceOf(IOException.class).hasMessageContaining("20 bytes");
    }

    @Test
    void refusedAudioLeavesNoFile() throws IOException {
        largerAudioIsRefused();

        assertThat(files()).isEmpty();
    }

    @Test
    void nothingCanBeReadBeforeTheCommit() throws IOException {
        try (var upload = store(() -> NOON).create(AudioFormat.PCM_8000)) {
            upload.write(new byte[3]);

            assertThat(files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.getParent())
                            .isEqualTo(data.resolve("audio").resolve("incoming")));
        }
    }

    @Test
    void audioOutlivesItsStore() throws IOException {
        var audio = committed(3);

        try (var bytes = store(() -> NOON).open(audio, 0).orElseThrow()) {
            assertThat(bytes.readAllBytes()).hasSize(3);
        }
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        var store = store(() -> NOON);
        var notes = Files.writeString(data.resolve("audio").resolve("notes.txt"), "mine");

        assertThat(store.deleteOlderThan(Instant.MAX)).isZero();

        assertThat(notes).exists();
    }

    @Test
    void noIdLeadsOutOfTheDirectory() throws IOException {
        var secret = Files.writeString(data.resolve("secret.mp3"), "mine");
        var id = "../" + data.getFileName() + "/secret";
        var outside = new AudioRef(id, AudioFormat.DEFAULT, 4, "");
        var store = store(() -> NOON);

        assertThat(store.open(outside, 0)).isEmpty();
        store.delete(outside);
        assertThat(secret).exists();
    }

    private void largerAudioIsRefused() {
        assertThatThrownBy(() -> committed(21)).isInstanceOf(IOException.class);
    }

    private AudioRef committed(int bytes) throws IOException {
        try (var upload = store(() -> NOON).create(AudioFormat.PCM_8000)) {
            upload.write(new byte[bytes]);
            return upload.commit();
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
