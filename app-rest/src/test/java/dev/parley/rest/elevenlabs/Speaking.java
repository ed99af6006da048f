package dev.parley.rest.elevenlabs;

import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of this dialect say. */
final class Speaking {

    static final String DIALOGUE = "/v1/text-to-dialogue";
    static final String SPEECH = "/v1/text-to-speech/Rachel";
    static final String TURNS =
            "[{\"text\":\"Hi😀.\",\"voice_id\":\"Rachel\"},{\"text\":\"Yes?\",\"voice_id\":\"Domi\"}]";
    static final String TWO_TURNS = "{\"inputs\":" + TURNS + "}";
    static final String ONE_VOICE = "{\"text\":\"Good evening.\"}";

    private Speaking() {}

    static String body(String path) {
        return path.startsWith(DIALOGUE) ? TWO_TURNS : ONE_VOICE;
    }

    static Answer ask(Client client, String path, String body, String... headers) {
        var all = Stream.concat(
                        Stream.of("xi-api-key", client.key(), "Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return client.bare("POST", path, BodyPublishers.ofString(body), all);
    }

    static Answer get(Client client, String path) {
        return client.bareGet(path, "xi-api-key", client.key());
    }

    /** So many characters of a turn, each a tenth of a second long, from this time on. */
    static VoiceSegment segment(int turn, int first, int count, long startMillis) {
        List<CharacterTime> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(new CharacterTime(startMillis + 100L * i, startMillis + 100L * (i + 1)));
        }
        return new VoiceSegment(turn, first, times);
    }
}
