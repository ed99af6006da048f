package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.AudioRef;
import dev.parley.ports.audio.AudioStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AudioStore} keeps. */
public abstract class AudioStoreContract {
    private static final String SHA_OF_ABCDEF = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";

    private Instant now = NOON;
    private AudioStore store;

    /** An empty store; {@code clock} dates its audio. */
    protected abstract AudioStore store(InstantSource clock) throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = store(() -> now);
    }

    @Test
    void audioIsReadAsItWasWritten() throws IOException {
        assertThat(read(abcdef(), 0)).isEqualTo("abcdef");
    }

    @Test
    void theReferenceTellsWhatIsStored() throws IOException {
        var audio = abcdef();

        assertThat(audio.id()).matches("[0-9a-f]{32}");
        assertThat(audio).isEqualTo(new AudioRef(audio.id(), AudioFormat.OPUS_48000_64, 6, SHA_OF_ABCDEF));
    }

    @ParameterizedTest
    @EnumSource
    void audioOfEveryFormatIsStored(AudioFormat format) throws IOException {
        assertThat(read(stored(format, "x"), 0)).isEqualTo("x");
    }

    @Test
    void twoAudiosHaveTwoIds() throws IOException {
        assertThat(abcdef().id()).isNotEqualTo(abcdef().id());
    }

    @Test
    void audioOfNoBytesIsAudio() throws IOException {
        assertThat(read(stored(AudioFormat.DEFAULT), 0)).isEmpty();
    }

    @Test
    void readingBeginsAtTheOffset() throws IOException {
        assertThat(read(abcdef(), 4)).isEqualTo("ef");
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, Long.MAX_VALUE})
    void nothingIsReadBehindTheEnd(long offset) throws IOException {
        assertThat(read(abcdef(), offset)).isEmpty();
    }

    @Test
    void anOffsetBeforeTheBeginningIsRefused() throws IOException {
        var audio = abcdef();

        assertThatThrownBy(() -> store.open(audio, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00112233445566778899aabbccddeeff",
                "../../../../etc/passwd",
                "..",
                "",
                "0",
                "00112233445566778899AABBCCDDEEFF",
                "00/../00112233445566778899aabbcc",
                "00112233445566778899aabbccddeef\0"
            })
    void anIdThatWasNeverGivenIsNoAudio(String id) throws IOException {
        var audio = new AudioRef(id, AudioFormat.DEFAULT, 1, SHA_OF_ABCDEF);

        assertThat(store.open(audio, 0)).isEmpty();
        store.delete(audio);
    }

    @Test
    void anUploadThatIsClosedIsForgotten() throws IOException {
        var upload = store.create(AudioFormat.DEFAULT);
        upload.write("abc".getBytes(UTF_8));

        upload.close();
        upload.close();

        assertThatThrownBy(upload::commit).isInstanceOf(IOException.class);
        now = now.plusSeconds(1);
        assertThat(store.deleteOlderThan(now)).isZero();
    }

    @Test
    void audioIsCommittedOnce() throws IOException {
        try (var upload = store.create(AudioFormat.DEFAULT)) {
            upload.commit();

            assertThatThrownBy(upload::commit).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> upload.write(new byte[1])).isInstanceOf(IOException.class);
        }
    }

    @Test
    void deletedAudioIsGone() throws IOException {
        var audio = abcdef();

        store.delete(audio);
        store.delete(audio);

        assertThat(store.open(audio, 0)).isEmpty();
    }

    @Test
    void audioOlderThanTheLimitIsDeleted() throws IOException {
        var old = abcdef();
        now = now.plusSeconds(1);
        var young = abcdef();

        assertThat(store.deleteOlderThan(now)).isEqualTo(1);

        assertThat(store.open(old, 0)).isEmpty();
        assertThat(read(young, 0)).isEqualTo("abcdef");
    }

    @Test
    void whatWasBegunLongAgoAndNeverCommittedIsDeleted() throws IOException {
        try (var upload = store.create(AudioFormat.DEFAULT)) {
            upload.write("abc".getBytes(UTF_8));

            assertThat(store.deleteOlderThan(now)).isZero();
            assertThat(store.deleteOlderThan(now.plusMillis(1))).isEqualTo(1);
            assertThatThrownBy(upload::commit).isInstanceOf(IOException.class);
        }
    }

    @Test
    void uploadsDoNotDisturbEachOtherNorASweep() {
        long right = Race.winners(16, i -> {
            try {
                return read(stored(AudioFormat.DEFAULT, "audio ", "number " + i), 0)
                        .equals("audio number " + i);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(right).isEqualTo(16);
    }

    private AudioRef abcdef() throws IOException {
        return stored(AudioFormat.OPUS_48000_64, "abc", "", "def");
    }

    private AudioRef stored(AudioFormat format, String... pieces) throws IOException {
        try (var upload = store.create(format)) {
            for (String piece : pieces) {
                upload.write(piece.getBytes(UTF_8));
            }
            return upload.commit();
        }
    }

    private String read(AudioRef audio, long offset) throws IOException {
        try (var bytes = store.open(audio, offset).orElseThrow()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }
}
