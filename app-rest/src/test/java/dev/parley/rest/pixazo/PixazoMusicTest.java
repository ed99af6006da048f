package dev.parley.rest.pixazo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.task.Task;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The music of seeds/002. */
class PixazoMusicTest {

    private static final String MUSIC = "/elevenlabs-music-api-368/v1/elevenlabs-music-api-request";
    private static final String ORDER =
            "{\"prompt\":\"Woodwinds.\",\"respect_sections_durations\":true,\"output_format\":\"opus_48000_192\"}";

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("50");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void musicIsQueuedWithWhereToPoll() {
        var answer = client.post(MUSIC, ORDER);

        String id = "elevenlabs-music-api-368_" + task().id();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers("Parley-Warning")).isEmpty();
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"request_id": "%s", "status": "QUEUED", "polling_url": "%s/v2/requests/status/%s"}\
            """.formatted(id, gateway.uri(), id)));
    }

    @Test
    void everyFieldReachesTheRequest() {
        var _ = client.post(MUSIC, ORDER);

        assertThat(((MusicRequest) task().request()).score().characters()).isEqualTo(10);
        assertThat(task().output().format()).isEqualTo(AudioFormat.OPUS_48000_192);
    }

    @Test
    void finishedMusicHasAFile() {
        String poll = client.post(MUSIC, ORDER).json().path("polling_url").asText();
        gateway.complete(task().id().toString(), new byte[] {1});

        var status = client.get(poll).json();

        assertThat(status.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(status.path("model_id").asText()).isEqualTo("elevenlabs-music-api-368");
        assertThat(status.at("/output/media_type").asText()).startsWith("audio/ogg");
    }

    @Test
    void durationsOfSectionsMeanNothingToAPrompt() {
        var answer = client.post(MUSIC, ORDER.replace("true", "false"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers("Parley-Warning"))
                .containsExactly("'respect_sections_durations' means nothing without a plan: it was ignored.");
    }

    @Test
    void aRepeatIsAnsweredAsTheFirst() {
        var first = client.post(MUSIC, ORDER, "Idempotency-Key", "one");

        var again = client.post(MUSIC, ORDER, "Idempotency-Key", "one");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(gateway.tasks(client.account())).isEqualTo(1);
    }

    private Task task() {
        return gateway.onlyTask(client.account());
    }
}
