package dev.parley.plugins.sandbox;

import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.Score;
import dev.parley.domain.music.Song;
import dev.parley.ports.provider.AudioStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tone for each part of a plan, as long as the part, to the sample.
 *
 * @param plan the caller's, or the one that was made of the prompt
 */
record Music(MusicRequest request, CompositionPlan plan) {

    private static final int TITLE_WORDS = 5;

    static Music of(MusicRequest request) {
        return new Music(
                request,
                switch (request.score()) {
                    case Score.Prompt prompt ->
                        PromptedPlan.of(prompt, request.options().instrumental());
                    case Score.Planned(var plan) -> plan;
                });
    }

    AudioStream stream(TimeLimit time) {
        return new PcmStream(new Tones(request.format().sampleRateHz(), tones()), time, song());
    }

    private List<Tones.Tone> tones() {
        List<Tones.Tone> tones = new ArrayList<>();
        var words = RequestWords.parts(plan);
        var lengths = Lyrics.lengths(plan);
        var seed = request.options().seed();
        var end = Duration.ZERO;
        for (int i = 0; i < words.size(); i++) {
            var start = end;
            end = end.plus(lengths.get(i));
            double hertz = Tones.pitch(words.get(i) + (seed == null ? "" : seed));
            tones.add(new Tones.Tone(hertz, samples(start), samples(end)));
        }
        return tones;
    }

    private long samples(Duration time) {
        return Math.round(time.toMillis() * (request.format().sampleRateHz() / 1000.0));
    }

    private Song song() {
        var options = request.options();
        return new Song(
                plan,
                title(),
                "Plain tones, one for each section.",
                List.of("test tones"),
                List.of("en"),
                false,
                options.wordTimes() ? Lyrics.of(plan) : List.of(),
                upstreamId());
    }

    private String title() {
        String words = request.score() instanceof Score.Prompt prompt
                ? prompt.text()
                : RequestWords.parts(plan).getFirst();
        return Arrays.stream(words.strip().split("\\s+")).limit(TITLE_WORDS).collect(Collectors.joining(" "));
    }

    private @Nullable String upstreamId() {
        return request.options().kept()
                ? Fingerprint.id(request.score() + " " + request.options().seed())
                : null;
    }
}
