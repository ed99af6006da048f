package dev.parley.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.cli.Script.Line;
import dev.parley.server.cli.Subtitles.Cue;
import dev.parley.v1.Voice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    private static final List<Voice> KNOWN =
            List.of(voice("id1", "Aria", "narrator"), voice("id2", "Antoni"), voice("id3", "Domi"));

    @Test
    void linesNameTheirSpeakers() {
        var script = Script.parse("Once upon a time\n\nAria: Hello there!\n  and again\nMr. Snug O'Hara:  Hi: you\n");

        assertThat(script.lines())
                .containsExactly(
                        new Line("narrator", "Once upon a time"),
                        new Line("Aria", "Hello there! and again"),
                        new Line("Mr. Snug O'Hara", "Hi: you"));
    }

    @Test
    void jsonIsReadAsTheApiTakesIt() {
        var script = Script.parse(" {\"dialogue\":[{\"text\":\"Hi\",\"voice\":\"Aria\"},{\"text\":\"Ho\"}]}");

        assertThat(script.lines()).containsExactly(new Line("Aria", "Hi"), new Line("narrator", "Ho"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "{", "{}", "{\"dialogue\":[]}", "{\"dialogue\":[{\"voice\":\"Aria\"}]}"})
    void whatIsNoScriptIsRefused(String content) {
        assertThatThrownBy(() -> Script.parse(content)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySpeakerGetsAVoice() {
        var cast = Casting.cast(List.of("Bottom", "aria", "Quince"), Map.of("Quince", "Domi"), KNOWN);

        assertThat(cast)
                .containsExactly(Map.entry("aria", "id1"), Map.entry("Quince", "Domi"), Map.entry("Bottom", "id2"));
    }

    @Test
    void moreSpeakersThanVoicesShare() {
        var cast = Casting.cast(List.of("A", "B", "C", "D"), Map.of(), KNOWN);

        assertThat(cast.values()).containsExactly("id1", "id2", "id3", "id1");
    }

    @Test
    void cuesCarryTheirSpeaker() {
        var vtt = Subtitles.webVtt(
                List.of(new Cue(0, 1234, "Aria", "a < b -->\n\nc"), new Cue(3_723_004, 3_723_005, "B>", "d")));

        assertThat(vtt).isEqualTo("""
            WEBVTT

            1
            00:00:00.000 --> 00:00:01.234
            <v Aria>a &lt; b --&gt; c

            2
            01:02:03.004 --> 01:02:03.005
            <v B&gt;>d
            """);
    }

    private static Voice voice(String id, String name, String... aliases) {
        return Voice.newBuilder()
                .setId(id)
                .setName(name)
                .addAllAliases(List.of(aliases))
                .build();
    }
}
