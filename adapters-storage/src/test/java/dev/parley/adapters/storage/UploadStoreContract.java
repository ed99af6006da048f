package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.recording.Upload;
import dev.parley.ports.audio.UploadStore;
import dev.parley.ports.audio.UploadStore.Arrived;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UploadStore} keeps. */
public abstract class UploadStoreContract {
    private static final String SHA_OF_ABCDEF = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";
    private static final UUID TASK = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private Instant now = NOON;
    private UploadStore store;

    /** An empty store; {@code clock} dates what comes. */
    protected abstract UploadStore store(InstantSource clock) throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = store(() -> now);
    }

    @Test
    void whatCameIsReadAgainAndAgain() throws IOException {
        receive(TASK, 0, "abc", "def");

        assertThat(read(TASK, 0)).isEqualTo("abcdef");
        assertThat(read(TASK, 0)).isEqualTo("abcdef");
    }

    @Test
    void theEndTellsSizeAndDigestAndWhatThereIs() throws IOException {
        var arrived = receive(TASK, 0, "abc", "def");

        try (var content = arrived.content()) {
            assertThat(arrived.bytes()).isEqualTo(6);
            assertThat(arrived.sha256()).isEqualTo(SHA_OF_ABCDEF);
            var byteAtFour = ByteBuffer.allocate(1);
            content.position(4);
            assertThat(content.read(byteAtFour)).isEqualTo(1);
            assertThat(byteAtFour.get(0)).isEqualTo((byte) 'e');
        }
    }

    @Test
    void partsOfOneTaskAreApart() throws IOException {
        receive(TASK, 0, "first");
        receive(TASK, 1, "second");

        assertThat(read(TASK, 0)).isEqualTo("first");
        assertThat(read(TASK, 1)).isEqualTo("second");
    }

    @Test
    void onlyAsManyBytesAsWereSaidAreWritten() throws IOException {
        try (var arrival = store.receive(TASK, 0)) {
            arrival.write("abcdef".getBytes(UTF_8), 3);
            arrival.end().content().close();
        }

        assertThat(read(TASK, 0)).isEqualTo("abc");
    }

    @Test
    void whatDidNotComeToItsEndCannotBeRead() throws IOException {
        try (var arrival = store.receive(TASK, 0)) {
            arrival.write("abc".getBytes(UTF_8), 3);
        }

        assertThatThrownBy(() -> read(TASK, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void deletingForgetsAllOfOneTaskAndNothingElse() throws IOException {
        receive(TASK, 0, "x");
        receive(TASK, 1, "y");
        receive(OTHER, 0, "z");

        store.delete(TASK);
        store.delete(TASK);

        assertThatThrownBy(() -> read(TASK, 0)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(TASK, 1)).isInstanceOf(IOException.class);
        assertThat(read(OTHER, 0)).isEqualTo("z");
    }

    @Test
    void whatIsOldIsTold() throws IOException {
        receive(TASK, 0, "x");
        now = NOON.plusSeconds(60);
        receive(OTHER, 0, "y");

        assertThat(store.olderThan(NOON)).isEmpty();
        assertThat(store.olderThan(NOON.plusSeconds(1))).containsExactly(TASK);
        assertThat(store.olderThan(NOON.plusSeconds(61))).containsExactlyInAnyOrder(TASK, OTHER);
    }

    private Arrived receive(UUID task, int part, String... pieces) throws IOException {
        try (var arrival = store.receive(task, part)) {
            for (String piece : pieces) {
                arrival.write(piece.getBytes(UTF_8), piece.length());
            }
            return arrival.end();
        }
    }

    private String read(UUID task, int part) throws IOException {
        var upload = new Upload(task, part, "audio/wav", 1, Duration.ofSeconds(1), "");
        try (var bytes = store.open(upload)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }
}
