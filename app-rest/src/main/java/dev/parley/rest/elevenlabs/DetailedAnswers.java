package dev.parley.rest.elevenlabs;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioBody;
import dev.parley.rest.draft.PlanJson;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers a request for music with all that is known of it. */
@Singleton
final class DetailedAnswers {

    private final Hearing hearing;
    private final AnswerHeaders headers;

    DetailedAnswers(Hearing hearing, AnswerHeaders headers) {
        this.hearing = hearing;
        this.headers = headers;
    }

    HttpResponse<?> answer(Asked asked) {
        var heard = hearing.whole(asked, _ -> {});
        var task = heard.task();
        AudioRef audio = heard.completed().audio();
        var song = heard.completed().details() instanceof Song told ? told : Song.UNKNOWN;
        boolean timed =
                task.request() instanceof MusicRequest music && music.options().wordTimes();
        var file = new StoredAnswer(hearing.file(audio, 0), audio, asked.format()).bare();
        var mixed = new MixedBody(task.id());
        String extension = asked.format().wave() ? "wav" : audio.format().fileExtension();
        String type = asked.format().contentType(audio.format());
        var body = mixed.of(DetailsJson.of(plan(song, task), song, timed), file, task.id() + "." + extension, type);
        var response = HttpResponse.<AudioBody>ok(body).header("Content-Type", mixed.contentType());
        return headers.add(response, asked, task, heard.repeated(), List.of());
    }

    /** Where nobody tells one, it is what was asked for. */
    private static PlanJson plan(Song song, Task task) {
        var told = song.plan();
        if (told != null) {
            return PlanJson.of(told);
        }
        return task.request() instanceof MusicRequest music && music.score() instanceof Score.Planned(var asked)
                ? PlanJson.of(asked)
                : PlanJson.Sections.UNKNOWN;
    }
}
