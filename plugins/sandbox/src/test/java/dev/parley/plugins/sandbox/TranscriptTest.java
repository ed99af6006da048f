package dev.parley.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.domain.recording.TranscriptionSettings;
import dev.parley.domain.recording.TranscriptionSettings.Channels;
import dev.parley.domain.recording.TranscriptionSettings.Entities;
import dev.parley.domain.recording.TranscriptionSettings.Export;
import dev.parley.domain.recording.TranscriptionSettings.Granularity;
import dev.parley.domain.recording.TranscriptionSettings.Speakers;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A transcript tells the text that came with the recording, in every form that was asked for. */
class TranscriptTest {

    private static final String TEXT = "Good \"morning\". How are\nyou?";
    private static final byte[] COMMENTED = Asked.wave(1, 16, TEXT);
    private static final byte[] PLAIN = Asked.wave(2, 16, "");

    @Test
    void commentOfAWaveIsTheText() throws Exception {
        var told = told(COMMENTED, TranscriptionSettings.DEFAULT);
        assertThat(told.at("/text").asText()).isEqualTo(TEXT);
        assertThat(told.at("/audio_duration_secs").asDouble()).isEqualTo(2.5);
        assertThat(told.at("/language_code").asText()).isEqualTo("en");
        assertThat(told.at("/transcription_id").asText()).startsWith("sandbox-");
    }

    @Test
    void commentOfAnId3TagIsTheText() throws Exception {
        byte[] frame = "COMM\0\0\0\7\0\0\3eng\0Yes".getBytes(StandardCharsets.ISO_8859_1);
        frame[7] = 8;
        byte[] tag = ("ID3\3\0\0\0\0\0" + (char) frame.length + new String(frame, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(told(tag, TranscriptionSettings.DEFAULT).at("/text").asText())
                .isEqualTo("Yes");
    }

    @Test
    void withoutACommentTheKeytermsAreSaid() throws Exception {
        var told = told(PLAIN, settings(Granularity.WORD, Speakers.ANY, Channels.ONE, List.of("Parley", "credits")));
        assertThat(told.at("/text").asText()).isEqualTo("Parley credits");
        assertThat(told(PLAIN, TranscriptionSettings.DEFAULT).at("/text").asText())
                .isEqualTo("This is a transcript of the sandbox.");
    }

    @Test
    void wordsAndSpacesCoverTextAndTime() throws Exception {
        var words = told(COMMENTED, TranscriptionSettings.DEFAULT).at("/words");
        assertThat(words.findValuesAsText("text")).hasSize(9);
        assertThat(String.join("", words.findValuesAsText("text"))).isEqualTo(TEXT);
        assertThat(words.at("/0/start").asDouble()).isZero();
        assertThat(words.at("/1/type").asText()).isEqualTo("spacing");
        assertThat(words.at("/8/end").asDouble()).isEqualTo(2.5);
    }

    @Test
    void sentencesHaveSpeakersAndWordsHaveCharacters() throws Exception {
        var speakers = new Speakers(null, true, null, false);
        var words = told(COMMENTED, settings(Granularity.CHARACTER, speakers, Channels.ONE, List.of()))
                .at("/words");
        assertThat(words.at("/0/speaker_id").asText()).isEqualTo("speaker_0");
        assertThat(words.at("/8/speaker_id").asText()).isEqualTo("speaker_1");
        assertThat(words.at("/0/characters").findValuesAsText("text")).containsExactly("G", "o", "o", "d");
    }

    @Test
    void eachChannelHasATranscript() throws Exception {
        var told = told(PLAIN, settings(Granularity.WORD, Speakers.ANY, Channels.SEPARATE, List.of()));
        assertThat(told.at("/transcripts")).hasSize(2);
        assertThat(told.at("/transcripts/1/channel_index").asInt()).isEqualTo(1);
    }

    @Test
    void subtitlesAreRendered() throws Exception {
        var told = told(COMMENTED, exported("srt"));
        assertThat(told.at("/additional_formats/0/content").asText())
                .startsWith("1\n00:00:00,000 --> 00:00:")
                .contains("Good \"morning\".", "\n\n2\n", "How are you?");
        assertThat(told(COMMENTED, exported("txt"))
                        .at("/additional_formats/0/content")
                        .asText())
                .isEqualTo("Good \"morning\".\nHow are you?\n");
    }

    @Test
    void otherExportsAreRejectedByName() {
        assertThatThrownBy(() -> told(COMMENTED, exported("docx")))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOf(Failure.Rejected.class)
                                .extracting(Failure::message)
                                .asString()
                                .contains("docx"));
    }

    private static TranscriptionSettings exported(String format) {
        return new TranscriptionSettings(
                null,
                null,
                Granularity.WORD,
                Speakers.ANY,
                Entities.NONE,
                Channels.ONE,
                List.of(),
                false,
                null,
                null,
                List.of(new Export(format, null, null, null, null, null, null)));
    }

    private static TranscriptionSettings settings(
            Granularity granularity, Speakers speakers, Channels channels, List<String> keyterms) {
        return new TranscriptionSettings(
                null, null, granularity, speakers, Entities.NONE, channels, keyterms, false, null, null, List.of());
    }

    private static JsonNode told(byte[] file, TranscriptionSettings settings) throws Exception {
        return new ObjectMapper().readTree(Asked.heard(Asked.transcription(file, settings), file));
    }
}
