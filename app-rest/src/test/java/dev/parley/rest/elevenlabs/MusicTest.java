package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.CompositionPlan.Section;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.domain.music.Song.SungWord;
import dev.parley.domain.render.RenderRequest;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FormBody;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MusicTest {

    private static final String PROMPT = "{\"prompt\":\"A calm tune\",\"music_length_ms\":10000}";
    private static final String PLAN = """
        {"positive_global_styles":["pop"],"negative_global_styles":["metal"],"sections":[
          {"section_name":"Intro","positive_local_styles":["soft"],"negative_local_styles":[],
           "duration_ms":5000,"lines":["La la"]}]}\
        """;
    private static final CompositionPlan PLANNED = new CompositionPlan.Sections(
            List.of("pop"),
            List.of("metal"),
            List.of(new Section("Intro", List.of("soft"), List.of(), Duration.ofSeconds(5), List.of("La la"), null)));
    private static final Song SONG = new Song(
            PLANNED,
            "Calm",
            "A tune",
            List.of("pop"),
            List.of("en"),
            false,
            List.of(new SungWord("La", Duration.ofMillis(100), Duration.ofMillis(300))),
            "upstream-song");

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("50");
    private final AtomicReference<RenderRequest> asked = new AtomicReference<>();
    private final AtomicInteger rendered = new AtomicInteger();

    @BeforeEach
    void play() {
        gateway.voices.speak(request -> {
            asked.set(request);
            var _ = rendered.incrementAndGet();
            return ScriptedAudio.whole("abcd", "ef").telling(SONG);
        });
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/music", "/v1/music-generation", "/v1/music/stream"})
    void musicIsMadeByAPrompt(String path) {
        var answer = Speaking.ask(client, path, PROMPT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("abcdef");
        assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(music().score())
                .isEqualTo(new Score.Prompt("A calm tune", Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"composition_plan", "music_prompt"})
    void musicIsMadeByAPlan(String field) {
        var answer = Speaking.ask(client, "/v1/music", "{\"" + field + "\":" + PLAN + ",\"seed\":7}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(music().score()).isEqualTo(new Score.Planned(PLANNED));
    }

    @Test
    void laterModelsTakeChunks() {
        var answer = Speaking.ask(client, "/v1/music", """
            {"model_id":"music_v2","composition_plan":{"chunks":[
              {"text":"La","duration_ms":4000,"positive_styles":["soft"],"context_adherence":"low"}]}}\
            """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(music().score().longest()).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource({"music_v1, MP3_44100_128", "music_v2, MP3_48000_192"})
    void theUsualFormatIsTheModels(String model, String format) {
        var _ = Speaking.ask(
                client,
                "/v1/music?output_format=auto",
                PROMPT.replace("{\"prompt", "{\"model_id\":\"" + model + "\",\"prompt"));

        assertThat(music().format().name()).isEqualTo(format);
    }

    @Test
    void musicCostsByTheSecondThatWasMade() {
        var answer = Speaking.ask(client, "/v1/music", PROMPT);

        assertThat(answer.header("x-credits-charged")).isEqualTo("0.06");
        assertThat(client.balance().held().micros()).isZero();
    }

    @Test
    void aStoredSongHasAnId() {
        var kept = Speaking.ask(client, "/v1/music/stream", PROMPT.replace("}", ",\"store_for_inpainting\":true}"));

        assertThat(kept.header("song-id")).isEqualTo(kept.header("request-id"));
        assertThat(Speaking.ask(client, "/v1/music", PROMPT).headers("song-id")).isEmpty();
    }

    @Test
    void aPlanMayTakeAPartOfAnOwnSong() {
        String song = Speaking.ask(client, "/v1/music", PROMPT.replace("}", ",\"store_for_inpainting\":true}"))
                .header("song-id");

        var answer = Speaking.ask(client, "/v1/music", "{\"composition_plan\":" + from(song) + "}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(((Score.Planned) music().score()).plan().songs()).containsExactly("upstream-song");
    }

    @Test
    void aPlanMayNotTakeAPartOfAnybodyElsesSong() {
        String song = Speaking.ask(
                        gateway.client("9"), "/v1/music", PROMPT.replace("}", ",\"store_for_inpainting\":true}"))
                .header("song-id");

        var answer = Speaking.ask(client, "/v1/music", "{\"music_prompt\":" + from(song) + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo("music_prompt");
    }

    /** To the byte: official clients take it apart by hand. */
    @Test
    void theDetailedAnswerIsLaidOutAsClientsTakeItApart() {
        var answer = Speaking.ask(client, "/v1/music/detailed", PROMPT.replace("}", ",\"with_timestamps\":true}"));

        String id = answer.header("request-id");
        assertThat(answer.header("Content-Type")).isEqualTo("multipart/mixed; boundary=parley-" + id);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.bytes().length));
        assertThat(answer.text())
                .isEqualTo(String.join(
                        "\r\n",
                        "--parley-" + id,
                        "Content-Type: application/json",
                        "",
                        "{\"composition_plan\":{\"positive_global_styles\":[\"pop\"],\"negative_global_styles\":[\"metal\"],"
                            + "\"sections\":[{\"section_name\":\"Intro\",\"positive_local_styles\":[\"soft\"],\"negative_local_styles\":[],\"duration_ms\":5000,\"lines\":[\"La"
                            + " la\"]}]},\"song_metadata\":{\"title\":\"Calm\",\"description\":\"A"
                            + " tune\",\"genres\":[\"pop\"],\"languages\":[\"en\"],\"is_explicit\":false},"
                            + "\"words_timestamps\":[{\"word\":\"La\",\"start_ms\":100,\"end_ms\":300}]}",
                        "--parley-" + id,
                        "Content-Type: audio/mpeg",
                        "Content-Disposition: attachment; filename=\"" + id + ".mp3\"",
                        "",
                        "abcdef",
                        "--parley-" + id + "--"));
    }

    @Test
    void whatNobodyToldIsEmptyOrNull() {
        gateway.voices.speak(_ -> ScriptedAudio.whole("a"));

        assertThat(Speaking.ask(client, "/v1/music/detailed", PROMPT).text())
                .contains("{\"composition_plan\":{\"positive_global_styles\":[],\"negative_global_styles\":[],"
                        + "\"sections\":[]},\"song_metadata\":{\"title\":null,\"description\":null,\"genres\":[],"
                        + "\"languages\":[],\"is_explicit\":null},\"words_timestamps\":null}\r\n");
    }

    @Test
    void aRepeatIsTheSameSong() {
        var first = Speaking.ask(client, "/v1/music/detailed", PROMPT, "Idempotency-Key", "one");

        var again = Speaking.ask(client, "/v1/music/detailed", PROMPT, "Idempotency-Key", "one");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(rendered).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | prompt",
                "{\"prompt\":\"a\",\"composition_plan\":{\"sections\":[]}} | 400 | prompt",
                "{\"prompt\":\"a\",\"music_length_ms\":2999} | 400 | music_length_ms",
                "{\"prompt\":\"a\",\"model_id\":\"eleven_v3\"} | 400 | model_id",
                "{\"prompt\":\"a\",\"model_id\":\"no\"} | 404 | model_id",
                "{\"composition_plan\":{\"chunks\":[{\"text\":\"a\",\"duration_ms\":3000}]}} | 400"
                        + " | composition_plan.chunks",
                "{\"composition_plan\":{\"sections\":[{\"section_name\":\"a\",\"duration_ms\":1}]}} | 400"
                        + " | composition_plan.sections[0].duration_ms",
                "{\"music_prompt\":{\"sections\":[{\"section_name\":\"a\",\"duration_ms\":1}]}} | 400"
                        + " | music_prompt.sections[0].duration_ms"
            })
    void whatBreaksARuleIsNamedAsItWasWritten(String body, int status, String field) {
        var answer = Speaking.ask(client, "/v1/music", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo(field);
        assertThat(rendered).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompt\":\"a\",\"seed\":1} | seed",
                "{\"composition_plan\":{\"sections\":[]},\"force_instrumental\":true} | force_instrumental",
                "{\"composition_plan\":{}} | composition_plan\",\"sections"
            })
    void whatDoesNotGoTogetherIsNamed(String body, String field) {
        var answer = Speaking.ask(client, "/v1/music", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("[\"body\",\"" + field + "\"]");
    }

    @Test
    void whatIsNotTakenIsToldOf() {
        var answer =
                Speaking.ask(client, "/v1/music/stream", PROMPT.replace("}", ",\"respect_sections_durations\":false}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Parley-Warning")).contains("'respect_sections_durations' is not a known field");
    }

    @Test
    void aSoundIsMadeByItsDescription() {
        var answer = Speaking.ask(
                client, "/v1/sound-generation", "{\"text\":\"A door\",\"duration_seconds\":2,\"loop\":true}");

        assertThat(answer.text()).isEqualTo("abcdef");
        assertThat(answer.header("x-credits-charged")).isEqualTo("0.1");
        assertThat(asked.get().longest()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\",\"duration_seconds\":31} | 400 | duration_seconds",
                "{\"text\":\"a\",\"prompt_influence\":2} | 400 | prompt_influence",
                "{\"text\":\"a\",\"model_id\":\"music_v1\"} | 400 | model_id"
            })
    void aSoundThatBreaksARuleIsNamed(String body, int status, String field) {
        var answer = Speaking.ask(client, "/v1/sound-generation", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/detail/param").asText()).isEqualTo(field);
    }

    @Test
    void stemsAreAnArchive() {
        gateway.voices.echo();
        var answer = stems(new FormBody().file("file", "RIFF song").text("stem_variation_id", "two_stems_v1"));

        assertThat(answer.text()).isEqualTo("RIFF song");
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=stems.zip");
        assertThat(answer.header("x-credits-charged")).isEqualTo("0.09");
    }

    @Test
    void anUnknownVariationIsNamed() {
        var answer = stems(new FormBody().file("file", "RIFF song").text("stem_variation_id", "nine"));

        assertThat(answer.schemaError())
                .isEqualTo("enum [\"body\",\"stem_variation_id\"] must be one of: two_stems_v1, six_stems_v1.");
    }

    private Answer stems(FormBody form) {
        return form.post(client, "/v1/music/stem-separation");
    }

    private MusicRequest music() {
        return (MusicRequest) asked.get();
    }

    private static String from(String song) {
        return PLAN.replace(
                "\"lines\"",
                "\"source_from\":{\"song_id\":\"" + song + "\",\"range\":{\"start_ms\":0,\"end_ms\":5000}},\"lines\"");
    }
}
