package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OggOpusTest {

    private static final AudioFormat FORMAT = AudioFormat.OPUS_48000_64;
    private static final byte[] OPUS = Coded.encode(Signals.noise(48_000, 30_000, 3), FORMAT, 10_000);

    @Test
    void firstPageOfAudioHoldsOnePacket() throws IOException {
        assertThat(pages(OPUS).get(2).pieces()).hasSize(1);
    }

    @Test
    void lastPageTellsTheLength() throws IOException {
        var last = pages(OPUS).getLast();
        int preSkip = OpusHead.parse(pages(OPUS).getFirst().pieces().getFirst()).preSkip();
        assertThat(last.last()).isTrue();
        assertThat(last.granule()).isEqualTo(30_000 + preSkip);
    }

    @Test
    void streamsThatFollowOneAnotherAreOneAudio() throws IOException {
        assertThat(decode(Coded.join(OPUS, OPUS))).hasSize(60_000);
    }

    @Test
    void streamThatBeganEarlierIsTrimmedAtItsEndAllTheSame() throws IOException {
        byte[] shifted = OPUS.clone();
        List<Integer> starts = pageStarts(shifted);
        starts.subList(2, starts.size()).forEach(start -> shifted[start + 8]++);
        seal(shifted);
        assertThat(decode(shifted)).hasSize(30_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400})
    void audioThatBreaksOffIsRefused(int missing) {
        assertThatThrownBy(() -> decode(Arrays.copyOf(OPUS, OPUS.length - missing)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("breaks off");
    }

    @Test
    void audioWithoutItsLastPageIsRefused() {
        byte[] cut = Arrays.copyOf(OPUS, pageStarts(OPUS).getLast());
        assertThatThrownBy(() -> decode(cut)).hasMessage("the audio breaks off before the last page of Ogg");
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> decode(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void damagedPageIsRefused() {
        byte[] damaged = OPUS.clone();
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> decode(damaged)).isInstanceOf(IOException.class);
    }

    @Test
    void missingPageIsRefused() {
        List<Integer> starts = pageStarts(OPUS);
        byte[] torn =
                Coded.join(Arrays.copyOf(OPUS, starts.get(2)), Arrays.copyOfRange(OPUS, starts.get(3), OPUS.length));
        assertThatThrownBy(() -> decode(torn)).hasMessage("a page of Ogg is missing");
    }

    private static short[] decode(byte[] bytes) throws IOException {
        return Coded.decode(bytes, FORMAT, 333);
    }

    private static List<OggPage> pages(byte[] bytes) throws IOException {
        var reader = new OggReader();
        reader.add(bytes);
        List<OggPage> pages = new ArrayList<>();
        for (var page = reader.next(); page != null; page = reader.next()) {
            pages.add(page);
        }
        return pages;
    }

    private static List<Integer> pageStarts(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            starts.add(at);
            int segments = bytes[at + 26] & 0xff;
            int next = at + OggPage.HEADER + segments;
            for (int i = 0; i < segments; i++) {
                next += bytes[at + OggPage.HEADER + i] & 0xff;
            }
            at = next;
        }
        return starts;
    }

    /** Makes the checksums right again. */
    private static void seal(byte[] bytes) {
        List<Integer> starts = new ArrayList<>(pageStarts(bytes));
        starts.add(bytes.length);
        for (int i = 0; i + 1 < starts.size(); i++) {
            byte[] page = Arrays.copyOfRange(bytes, starts.get(i), starts.get(i + 1));
            var buffer = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(OggReader.CHECKSUM_OFFSET, 0);
            buffer.putInt(OggReader.CHECKSUM_OFFSET, OggPage.checksum(page));
            System.arraycopy(page, 0, bytes, starts.get(i), page.length);
        }
    }
}
