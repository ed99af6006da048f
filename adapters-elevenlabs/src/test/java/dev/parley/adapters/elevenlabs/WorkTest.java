package dev.parley.adapters.elevenlabs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.upstream.FakeWork;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not spoken comes as it was made, or fails: an answer that was cut is never a quiet end. */
class WorkTest {

    private final Studio studio = new Studio(
            "first_byte_timeout", "10ms", "whole_timeout", "10ms", "idle_timeout", "400ms", "work_timeout", "2s");

    @AfterEach
    void close() {
        studio.close();
    }

    @ParameterizedTest
    @EnumSource
    void musicComesInEveryFormatAsItWasMade(AudioFormat format) {
        for (Delivery delivery : List.of(Works.STREAMED, Delivery.WHOLE)) {
            var score = new Score.Prompt("A calm song.", Duration.ofSeconds(3), Duration.ofSeconds(3));
            var heard = hear(new MusicRequest("music_v2", score, MusicOptions.NONE, delivery, format));
            assertThat(heard.failure()).isNull();
            assertThat(heard.audio()).isEqualTo(made().audio());
        }
    }

    @Test
    void soundsAndChangedVoicesComeAsTheyWereMade() {
        for (RenderRequest request :
                List.of(Works.sound(), Works.voiceChange(Works.upload("audio/mpeg", 10), Delivery.WHOLE))) {
            assertThat(hear(request).audio()).isEqualTo(made().audio());
        }
    }

    @Test
    void stemsComeAsTheyWereMade() {
        assertThat(hear(Works.stems(Works.upload("audio/mpeg", 10))).audio())
                .startsWith('P', 'K')
                .hasSameSizeAs(made().stems());
    }

    @Test
    void plansComeAsTheyWereMade() {
        var heard = hear(Works.plan(null));
        assertThat(heard.failure()).isNull();
        assertThat(new String(heard.audio(), UTF_8)).contains("\"section_name\":\"Intro\"");
    }

    @Test
    void transcriptsComeAsTheyWereMade() {
        var separate = new TranscriptionSettings(
                null,
                null,
                TranscriptionSettings.Granularity.WORD,
                TranscriptionSettings.Speakers.ANY,
                TranscriptionSettings.Entities.NONE,
                Channels.SEPARATE,
                List.of(),
                false,
                null,
                null,
                List.of());
        for (var settings : List.of(TranscriptionSettings.DEFAULT, separate)) {
            var heard = hear(Works.transcription(Works.upload("audio/mpeg", 10), settings));
            assertThat(heard.failure()).isNull();
            assertThat(new String(heard.audio(), UTF_8)).isEqualTo(made().transcript());
        }
    }

    @Test
    void whatIsKnownOfASongIsTold() throws Exception {
        var asked = new MusicOptions(null, false, null, true, true, null, false);
        Song song = (Song) details(Works.song(Delivery.WHOLE, asked)).orElseThrow();
        assertThat(song.title()).isEqualTo("Jungle");
        assertThat(song.genres()).containsExactly("ambient");
        assertThat(song.languages()).containsExactly("en");
        assertThat(song.explicit()).isFalse();
        assertThat(song.upstreamId()).isEqualTo("song-1");
        assertThat(song.words())
                .containsExactly(new Song.SungWord("Hello", Duration.ofMillis(120), Duration.ofMillis(480)));
        assertThat(song.plan())
                .isInstanceOfSatisfying(
                        CompositionPlan.Sections.class,
                        plan -> assertThat(plan.length()).hasSeconds(3));
    }

    @Test
    void aPlanOfChunksComesBackAsItWas() throws Exception {
        var chunk = new Chunk.Made("La", Duration.ofSeconds(3), List.of("a"), List.of(), "low", null, null);
        var plan = new CompositionPlan.Chunks(List.of(chunk));
        var request =
                new MusicRequest("music_v2", new Score.Planned(plan), MusicOptions.NONE, Delivery.WHOLE, Works.MP3);
        assertThat(((Song) details(request).orElseThrow()).plan()).isEqualTo(plan);
    }

    @Test
    void aStreamedSongTellsItsIdWhereItIsKept() throws Exception {
        var kept = new MusicOptions(null, false, null, true, false, null, false);
        assertThat(details(Works.song(Works.STREAMED, kept)))
                .get()
                .extracting(details -> ((Song) details).upstreamId())
                .isEqualTo("song-1");
        assertThat(details(Works.song(Works.STREAMED))).isEmpty();
    }

    static Stream<Arguments> broken() {
        var faults = List.of(
                new Fault.CutOff(), new Fault.Reset(), new Fault.StallHalfway(), new Fault.Page(), new Fault.Garbage());
        return Works.all().flatMap(request -> faults.stream().map(fault -> Arguments.of(request, fault)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenAnswerIsUnavailableAndMayHaveBeenRendered(RenderRequest request, Fault fault) {
        studio.upstream.spoilNext(fault);
        assertThat(hear(request).failed())
                .isInstanceOf(Failure.Unavailable.class)
                .matches(Failure::mayHaveRendered);
    }

    /** Of plain audio only HTTP says where it ends; all else says so itself. */
    static Stream<RenderRequest> selfContained() {
        return Works.all().filter(request -> switch (request.kind()) {
            case MUSIC -> !request.delivery().streamed();
            case MUSIC_PLAN, STEMS, TRANSCRIPTION, VOICE_DESIGN, VOICE_CLONE -> true;
            default -> false;
        });
    }

    @ParameterizedTest
    @MethodSource("selfContained")
    void aSilentEndIsFound(RenderRequest request) {
        for (double share : new double[] {0.3, 0.99}) {
            studio.upstream.spoilNext(new Fault.SilentEnd(share));
            assertThat(hear(request).failed()).matches(Failure::mayHaveRendered);
        }
    }

    static Stream<RenderRequest> all() {
        return Works.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSlowAnswerIsReadToTheEnd(RenderRequest request) {
        studio.upstream.spoilNext(new Fault.SlowDrip(8000, Duration.ofMillis(5)));
        assertThat(hear(request).failure()).isNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRefusalIsTheCallers(RenderRequest request) {
        studio.upstream.spoilNext(new Fault.Refused(
                422,
                "{\"detail\":[{\"loc\":[\"body\",\"composition_plan\",\"sections\",0,\"lines\"],\"msg\":\"no\"}]}",
                Map.of()));
        assertThat(hear(request).failed())
                .isEqualTo(new Failure.Rejected(
                        "ElevenLabs does not take the request: it complains of composition_plan.sections[0].lines"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutQuotaAnotherKeyIsTaken(RenderRequest request) {
        try (var two = new Studio("api_key", "a=sk_a,b=sk_b")) {
            two.upstream.takeKeys("sk_a", "sk_b");
            two.upstream.spoilNext(Fault.Refused.of(401, "authentication_error", "quota_exceeded"));
            var uploads = new Works.Made();
            assertThat(two.hear(request, Works.attempt(uploads)).failure()).isNull();
            assertThat(two.upstream.renderings()).hasSize(2);
            assertThat(uploads.opened).hasValue(2 * request.uploads().size());
            assertThat(uploads.open).hasValue(0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void tooManyRequestsAreThrottled(RenderRequest request) {
        studio.upstream.spoilNext(Fault.Refused.of(429, "rate_limit_error", "system_busy"));
        assertThat(hear(request).failed()).isInstanceOf(Failure.Throttled.class);
    }

    @Test
    void aSongThatMayNotBeIsRefused() {
        studio.upstream.spoilNext(Fault.Refused.of(400, "invalid_request", "bad_prompt"));
        assertThat(hear(Works.song(Delivery.WHOLE)).failed()).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void workHasATimeOfItsOwn() {
        try (var hasty = new Studio("work_timeout", "300ms")) {
            hasty.upstream.spoilNext(new Fault.StallBeforeHead());
            assertThat(hasty.hear(Works.song(Delivery.WHOLE)).failed()).matches(Failure::mayHaveRendered);
        }
    }

    private Studio.Heard hear(RenderRequest request) {
        return studio.hear(request, Works.attempt(new Works.Made()));
    }

    private Optional<Details> details(RenderRequest request) throws ProviderException {
        try (var stream = studio.begin(request)) {
            var chunk = stream.next();
            while (chunk != null) {
                chunk = stream.next();
            }
            return stream.details();
        }
    }

    private FakeWork made() {
        return new FakeWork(studio.upstream.renderings().getLast());
    }
}
