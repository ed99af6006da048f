package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.adapters.elevenlabs.upstream.FormPart;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.music.Chunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.CompositionPlan.SectionSource;
import dev.parley.domain.music.CompositionPlan.TimeRange;
import dev.parley.domain.music.MusicOptions;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.sound.Sound;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.domain.voice.VoiceDesign;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent for what is not spoken: each field by its name, once, and none that was not asked for. */
class WorkRequestTest {

    private static final TimeRange RANGE = new TimeRange(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final TimeRange HOLE = new TimeRange(Duration.ofSeconds(2), Duration.ofSeconds(3));
    private static final MusicOptions EVERYTHING = new MusicOptions(7L, true, false, true, true, "f1", true);

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aPlainPromptSendsNothingElse() throws IOException {
        var score = new Score.Prompt("A calm song.", null, Duration.ofMinutes(10));
        SeenRequest seen =
                sent(new MusicRequest("music_v2", score, MusicOptions.NONE, Works.STREAMED, AudioFormat.MP3_48000_192));
        assertThat(seen.path()).isEqualTo("/v1/music/stream");
        assertThat(seen.query()).containsOnly(Map.entry("output_format", "mp3_48000_192"));
        assertThat(seen.json()).isEqualTo(json("{'model_id': 'music_v2', 'prompt': 'A calm song.'}"));
    }

    @Test
    void onlyWhatIsAskedOfAVoiceIsSent() throws IOException {
        SeenRequest seen = sent(Works.design(new VoiceDesign(Works.DESCRIPTION, null)));
        assertThat(seen.path()).isEqualTo("/v1/text-to-voice/design");
        assertThat(seen.query()).containsOnly(Map.entry("output_format", "mp3_44100_128"));
        assertThat(seen.json()).isEqualTo(json("""
            {'model_id': 'eleven_ttv_v3', 'voice_description': 'An old sailor, hoarse and friendly',
             'auto_generate_text': true}\
            """));
    }

    @Test
    void everythingAskedOfAVoiceIsSent() throws IOException {
        var design = new VoiceDesign(Works.DESCRIPTION, Works.TEXT, -0.5, 0.25, 7.0, 9L, true, false);
        assertThat(sent(Works.design(design)).json()).isEqualTo(json("""
            {'model_id': 'eleven_ttv_v3', 'voice_description': 'An old sailor, hoarse and friendly', 'text': '%s',
             'loudness': -0.5, 'quality': 0.25, 'guidance_scale': 7.0, 'seed': 9, 'should_enhance': true,
             'stream_previews': true}\
            """.formatted(Works.TEXT)));
    }

    @Test
    void aCloneIsAFormWithEachSample() {
        SeenRequest seen = sent(Works.clone(Works.upload("audio/mpeg", 5000), true));
        assertThat(seen.path()).isEqualTo("/v1/voices/add");
        assertThat(seen.form())
                .extracting(FormPart::name, FormPart::text, FormPart::bytes)
                .startsWith(
                        tuple("name", "Ada", 3L),
                        tuple("description", "calm", 4L),
                        tuple("labels", "{\"accent\":\"irish\"}", 18L),
                        tuple("remove_background_noise", "true", 4L),
                        tuple("files", "", 5000L),
                        tuple("files", "", 5000L))
                .hasSize(6);
    }

    @Test
    void everythingAskedOfMusicIsSent() throws IOException {
        SeenRequest seen = sent(Works.song(Delivery.WHOLE, EVERYTHING));
        assertThat(seen.path()).isEqualTo("/v1/music/detailed");
        assertThat(seen.json()).isEqualTo(json("""
            {'model_id': 'music_v1', 'prompt': 'A calm song.', 'music_length_ms': 3000, 'seed': 7,
             'force_instrumental': true, 'respect_sections_durations': false, 'store_for_inpainting': true,
             'with_timestamps': true, 'sign_with_c2pa': true, 'finetune_id': 'f1'}\
            """));
    }

    @Test
    void whatAStreamCannotHaveIsAskedForInDetail() throws IOException {
        var times = new MusicOptions(null, false, null, false, true, null, false);
        assertThat(sent(Works.song(Works.STREAMED, times)).path()).isEqualTo("/v1/music/detailed");
    }

    @Test
    void aPlanOfSectionsIsSent() throws IOException {
        var verse = new Section("Verse", List.of("a"), List.of("b"), Duration.ofSeconds(4), List.of("La", "La"), null);
        var taken = new SectionSource("song-1", RANGE, List.of(HOLE));
        var outro = new Section("Outro", List.of(), List.of(), Duration.ofSeconds(3), List.of(), taken);
        var plan = new CompositionPlan.Sections(List.of("pop"), List.of("rock"), List.of(verse, outro));
        assertThat(sent(planned(plan)).json().path("composition_plan")).isEqualTo(json("""
            {'positive_global_styles': ['pop'], 'negative_global_styles': ['rock'], 'sections': [
              {'section_name': 'Verse', 'positive_local_styles': ['a'], 'negative_local_styles': ['b'],
               'duration_ms': 4000, 'lines': ['La', 'La']},
              {'section_name': 'Outro', 'positive_local_styles': [], 'negative_local_styles': [],
               'duration_ms': 3000, 'lines': [], 'source_from': {'song_id': 'song-1',
                 'range': {'start_ms': 1000, 'end_ms': 5000},
                 'negative_ranges': [{'start_ms': 2000, 'end_ms': 3000}]}}]}\
            """));
    }

    @Test
    void aPlanOfChunksIsSent() throws IOException {
        var like = new Chunk.Taken("song-2", HOLE);
        var made =
                new Chunk.Made("[Verse] La", Duration.ofSeconds(4), List.of("a"), List.of("b"), "low", like, "xhigh");
        var plain = new Chunk.Made("", Duration.ofSeconds(3), List.of(), List.of(), null, null, null);
        var plan = new CompositionPlan.Chunks(List.of(made, new Chunk.Taken("song-1", RANGE), plain));
        assertThat(sent(planned(plan)).json().path("composition_plan")).isEqualTo(json("""
            {'chunks': [
              {'text': '[Verse] La', 'duration_ms': 4000, 'positive_styles': ['a'], 'negative_styles': ['b'],
               'context_adherence': 'low', 'conditioning_ref': {'song_id': 'song-2',
                 'range': {'start_ms': 2000, 'end_ms': 3000}}, 'condition_strength': 'xhigh'},
              {'song_id': 'song-1', 'range': {'start_ms': 1000, 'end_ms': 5000}},
              {'text': '', 'duration_ms': 3000, 'positive_styles': [], 'negative_styles': []}]}\
            """));
    }

    @Test
    void aPlanIsAskedFor() throws IOException {
        var source = new CompositionPlan.Chunks(List.of(new Chunk.Taken("song-1", RANGE)));
        SeenRequest seen = sent(Works.plan(source));
        assertThat(seen + "?" + seen.query()).isEqualTo("POST /v1/music/plan?{}");
        assertThat(seen.json()).isEqualTo(json("""
            {'model_id': 'music_v2', 'prompt': 'A calm song.', 'music_length_ms': 30000,
             'source_composition_plan': {'chunks': [
               {'song_id': 'song-1', 'range': {'start_ms': 1000, 'end_ms': 5000}}]}}\
            """));
    }

    @Test
    void aSoundIsSent() throws IOException {
        var sound = new Sound("Rain", true, Duration.ofMillis(1500), Duration.ofMillis(1500), 0.7);
        SeenRequest seen =
                sent(new SoundRequest("eleven_text_to_sound_v2", sound, Delivery.WHOLE, AudioFormat.PCM_16000));
        assertThat(seen + "?" + seen.query()).isEqualTo("POST /v1/sound-generation?{output_format=pcm_16000}");
        assertThat(seen.json()).isEqualTo(json("""
            {'text': 'Rain', 'model_id': 'eleven_text_to_sound_v2', 'loop': true, 'duration_seconds': 1.5,
             'prompt_influence': 0.7}\
            """));
        assertThat(sent(Works.sound()).json())
                .isEqualTo(json("{'text': 'Rain', 'model_id': 'eleven_text_to_sound_v2'}"));
    }

    @Test
    void aVoiceChangeIsSentAsAForm() throws IOException {
        var request = new VoiceChangeRequest(
                "eleven_english_sts_v2",
                Works.upload("audio/pcm;rate=16000", 3200),
                new VoiceRef("elevenlabs", Studio.RACHEL),
                new SpeechSettings(0.3, 0.8, 0.1, false, 1.1, LanguageCode.AUTO),
                4_294_967_295L,
                true,
                Works.STREAMED,
                AudioFormat.PCM_16000);
        SeenRequest seen = sent(request);
        assertThat(seen + "?" + seen.query())
                .isEqualTo("POST /v1/speech-to-speech/" + Studio.RACHEL + "/stream?{output_format=pcm_16000}");
        assertThat(fields(seen))
                .containsExactly(
                        "model_id=eleven_english_sts_v2",
                        "voice_settings={\"stability\":0.3,\"similarity_boost\":0.8,\"style\":0.1,\"use_speaker_boost\":false}",
                        "seed=4294967295",
                        "remove_background_noise=true",
                        "file_format=pcm_s16le_16",
                        "audio:audio-0.pcm:audio/pcm;rate=16000:3200");
    }

    @Test
    void aPlainVoiceChangeSendsNothingElse() throws IOException {
        SeenRequest seen = sent(Works.voiceChange(Works.upload("audio/mpeg", 100), Delivery.WHOLE));
        assertThat(seen.path()).isEqualTo("/v1/speech-to-speech/" + Studio.RACHEL);
        assertThat(fields(seen))
                .containsExactly("model_id=eleven_multilingual_sts_v2", "audio:audio-0.mpeg:audio/mpeg:100");
    }

    @Test
    void stemsAreAskedForWithoutAModel() throws IOException {
        SeenRequest seen = sent(Works.stems(Works.upload("audio/flac", 100)));
        assertThat(seen + "?" + seen.query()).isEqualTo("POST /v1/music/stem-separation?{output_format=mp3_44100_128}");
        assertThat(fields(seen)).containsExactly("stem_variation_id=two_stems_v1", "file:audio-0.flac:audio/flac:100");
    }

    @Test
    void aPlainTranscriptionSendsNothingElse() throws IOException {
        SeenRequest seen = sent(Works.transcription(Works.upload("video/mp4", 100), TranscriptionSettings.DEFAULT));
        assertThat(seen + "?" + seen.query()).isEqualTo("POST /v1/speech-to-text?{}");
        assertThat(fields(seen)).containsExactly("model_id=scribe_v2", "file:audio-0.mp4:video/mp4:100");
    }

    @Test
    void everythingAskedOfATranscriptionIsSent() throws IOException {
        var settings = new TranscriptionSettings(
                "de",
                false,
                Granularity.CHARACTER,
                new Speakers(2, true, 0.25, true),
                new Entities(List.of("pii", "phi"), List.of("pii"), "redacted"),
                Channels.COMBINED,
                List.of("Parley", "wörtlich \"so\""),
                true,
                0.5,
                9L,
                List.of(
                        new Export("srt", true, false, 42, 0.8, 4.0, 84),
                        new Export("txt", null, null, null, null, null, null)));
        assertThat(fields(sent(Works.transcription(Works.upload("audio/mpeg", 100), settings))))
                .containsExactly(
                        "model_id=scribe_v2",
                        "language_code=de",
                        "tag_audio_events=false",
                        "timestamps_granularity=character",
                        "num_speakers=2",
                        "diarize=true",
                        "diarization_threshold=0.25",
                        "detect_speaker_roles=true",
                        "entity_detection=pii",
                        "entity_detection=phi",
                        "entity_redaction=pii",
                        "entity_redaction_mode=redacted",
                        "use_multi_channel=true",
                        "multichannel_output_style=combined",
                        "keyterms=Parley",
                        "keyterms=wörtlich \"so\"",
                        "no_verbatim=true",
                        "temperature=0.5",
                        "seed=9",
                        "additional_formats=[{\"format\":\"srt\",\"include_speakers\":true,\"include_timestamps\":false,"
                            + "\"max_characters_per_line\":42,\"segment_on_silence_longer_than_s\":0.8,"
                            + "\"max_segment_duration_s\":4.0,\"max_segment_chars\":84},{\"format\":\"txt\"}]",
                        "file:audio-0.mpeg:audio/mpeg:100");
    }

    private SeenRequest sent(RenderRequest request) {
        var heard = studio.hear(request, Works.attempt(new Works.Made()));
        assertThat(heard.failure()).isNull();
        return studio.upstream.renderings().getLast();
    }

    private static MusicRequest planned(CompositionPlan plan) {
        return new MusicRequest("music_v2", new Score.Planned(plan), MusicOptions.NONE, Delivery.WHOLE, Works.MP3);
    }

    private static List<String> fields(SeenRequest seen) {
        return seen.form().stream().map(WorkRequestTest::told).toList();
    }

    private static String told(FormPart part) {
        return part.isFile()
                ? part.name() + ":" + part.fileName() + ":" + part.type() + ":" + part.bytes()
                : part.name() + "=" + part.text();
    }

    private static JsonNode json(String quoted) throws IOException {
        return new ObjectMapper().readTree(quoted.replace('\'', '"'));
    }
}
