package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.domain.render.Details;
import dev.parley.ports.provider.Receipt;
import java.time.Duration;
import java.util.Optional;

/** Whether what is told of finished music is true. Whatever was not asked for may be left out. */
record SongCheck(MusicRequest request) {

    private static final long TOLERANCE_MILLIS = 150;

    void of(Optional<Details> details, long audioMillis) {
        var song = details.map(Song.class::cast).orElse(Song.UNKNOWN);
        if (request.options().kept()) {
            String id = song.upstreamId();
            assertThat(id)
                    .as("id of the song that is kept: %s", request)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(Receipt.LENGTH_MAX);
        }
        if (request.options().wordTimes() && request.score() instanceof Score.Planned) {
            assertThat(song.words()).as("words of %s", request).isNotEmpty();
        }
        var before = Duration.ZERO;
        for (var word : song.words()) {
            assertThat(word.start()).as("start of %s", word).isGreaterThanOrEqualTo(before);
            assertThat(word.end()).as("end of %s", word).isGreaterThanOrEqualTo(word.start());
            assertThat(word.end().toMillis())
                    .as("end of %s in %d ms of audio", word, audioMillis)
                    .isLessThanOrEqualTo(audioMillis + TOLERANCE_MILLIS);
            before = word.start();
        }
    }
}
