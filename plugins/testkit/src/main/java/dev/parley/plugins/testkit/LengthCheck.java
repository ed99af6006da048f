package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.recording.RecordingRequest;
import dev.parley.domain.render.RenderRequest;

/** Whether audio that nobody speaks is as long as it may be. What is longer than was held for is never paid. */
record LengthCheck(RenderRequest request) {

    /** What a codec's padding or a decoder's delay may explain. */
    private static final long TOLERANCE_MILLIS = 100;

    void of(long millis) {
        long longest = request instanceof RecordingRequest recording
                ? 2 * recording.audio().length().toMillis()
                : request.longest().toMillis() + TOLERANCE_MILLIS;
        assertThat(millis).as("milliseconds of audio: %s", request).isBetween(1L, longest);
        if (request instanceof MusicRequest music && music.score() instanceof Score.Planned(var plan)) {
            assertThat(millis)
                    .as("milliseconds of audio by the plan: %s", plan)
                    .isGreaterThanOrEqualTo(plan.length().toMillis() - TOLERANCE_MILLIS);
        }
    }
}
