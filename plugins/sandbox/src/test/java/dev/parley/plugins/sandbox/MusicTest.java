package dev.parley.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Chunks;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.Sections;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.domain.render.Delivery;
import dev.parley.ports.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Music is as long as it says, part by part, and tells all of itself. */
class MusicTest {

    private static final MusicOptions ALL = new MusicOptions(1L, false, true, true, true, null, false);

    @Test
    void planIsKeptToTheSample() throws ProviderException {
        assertThat(Asked.heard(Asked.music(new Score.Planned(sections(3001, 4567)), ALL)))
                .hasSize(2 * (int) Math.round(7568 * 44.1));
    }

    @Test
    void partsSoundDifferentFromTheirVeryBorder() throws ProviderException {
        byte[] heard = Asked.heard(Asked.music(new Score.Planned(sections(3000, 3000)), ALL));
        int border = 2 * 132_300;
        assertThat(Arrays.copyOfRange(heard, border, heard.length))
                .isNotEqualTo(Arrays.copyOfRange(heard, 0, heard.length - border));
        assertThat(heard[border] | (heard[border + 1] << 8)).isZero();
    }

    @Test
    void promptIsAsLongAsAskedElseTenSeconds() throws ProviderException {
        assertThat(Asked.heard(Asked.music("A march", Duration.ofMillis(12_345))))
                .hasSize(2 * (int) Math.round(12_345 * 44.1));
        assertThat(Asked.heard(Asked.music("A march", null))).hasSize(20 * 44_100);
    }

    @Test
    void promptBecomesAPlanOfItsLength() throws ProviderException {
        var song = song(Asked.music("A slow march for two brass bands", Duration.ofMillis(100_001)));
        assertThat(song.title()).isEqualTo("A slow march for two");
        assertThat(song.genres()).isNotEmpty();
        assertThat(song.plan()).isInstanceOfSatisfying(Sections.class, plan -> {
            assertThat(plan.length()).isEqualTo(Duration.ofMillis(100_001));
            assertThat(plan.sections()).hasSize(8);
        });
    }

    @Test
    void planOfAPromptIsThatOfItsMusic() throws ProviderException {
        var length = Duration.ofSeconds(30);
        var request = new PlanRequest("sandbox-music", "A march", length, null, Delivery.WHOLE);
        var plan = (Sections)
                Objects.requireNonNull(song(Asked.music("A march", length)).plan());
        String told = new String(Asked.heard(request), StandardCharsets.UTF_8);
        assertThat(told).startsWith("{\"positive_global_styles\":[\"A march\"]").endsWith("]}]}");
        assertThat(told.split("\"section_name\"", -1))
                .hasSize(1 + plan.sections().size());
    }

    @Test
    void planToBeginWithIsToldBack() throws ProviderException {
        var taken = new Chunk.Taken("song-1", new TimeRange(Duration.ofSeconds(2), Duration.ofSeconds(6)));
        var request = new PlanRequest("sandbox-music", "A march", null, new Chunks(List.of(taken)), Delivery.WHOLE);
        assertThat(new String(Asked.heard(request), StandardCharsets.UTF_8))
                .isEqualTo("{\"chunks\":[{\"song_id\":\"song-1\",\"range\":{\"start_ms\":2000,\"end_ms\":6000}}]}");
    }

    @Test
    void plansAreToldBackAsTheyCame() throws ProviderException {
        var plan = sections(3000, 4000);
        assertThat(song(Asked.music(new Score.Planned(plan), ALL)).plan()).isEqualTo(plan);
    }

    @Test
    void keptSongHasTheSameIdEachTime() throws ProviderException {
        var request = Asked.music(new Score.Planned(sections(3000, 4000)), ALL);
        assertThat(song(request).upstreamId())
                .startsWith("sandbox-")
                .isEqualTo(song(request).upstreamId());
        assertThat(song(Asked.music("A march", null)).upstreamId()).isNull();
    }

    @Test
    void wordsAreSungWithinTheirSections() throws ProviderException {
        var words =
                song(Asked.music(new Score.Planned(sections(3000, 4000)), ALL)).words();
        assertThat(words).extracting(Song.SungWord::text).containsExactly("one", "two", "one", "two");
        assertThat(words.get(2).start()).isEqualTo(Duration.ofSeconds(3));
        assertThat(words.getLast().end()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void partsOfEarlierSongsAreTaken() throws ProviderException {
        var taken = new Chunk.Taken("sandbox-1", new TimeRange(Duration.ofSeconds(2), Duration.ofSeconds(6)));
        var made = new Chunk.Made("La la", Duration.ofSeconds(3), List.of("calm"), List.of(), null, taken, "high");
        assertThat(Asked.heard(Asked.music(new Score.Planned(new Chunks(List.of(taken, made))), ALL)))
                .hasSize(2 * 7 * 44_100);
    }

    private static CompositionPlan sections(long... millis) {
        return new Sections(
                List.of("calm"),
                List.of(),
                IntStream.range(0, millis.length)
                        .mapToObj(i -> new Section(
                                "Part " + i,
                                List.of(),
                                List.of(),
                                Duration.ofMillis(millis[i]),
                                List.of("one two"),
                                null))
                        .toList());
    }

    private static Song song(MusicRequest request) throws ProviderException {
        try (var stream = Asked.begin(request, new byte[0])) {
            assertThat(Asked.heard(stream)).isNotEmpty();
            return (Song) stream.details().orElseThrow();
        }
    }
}
