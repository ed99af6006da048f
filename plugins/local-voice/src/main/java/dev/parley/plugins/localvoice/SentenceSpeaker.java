package dev.parley.plugins.localvoice;

import dev.parley.plugins.localvoice.Recording.Span;
import dev.parley.ports.provider.Resampler;
import java.util.List;
import java.util.Map;

/** Turns the engine's one timbre into the manner asked for, at an even level, and tells when each character is heard. */
final class SentenceSpeaker {

    private static final System.Logger LOG = System.getLogger(SentenceSpeaker.class.getName());

    private static final int RATE_HZ = Engine.SAMPLE_RATE_HZ;
    private static final int LEAD = RATE_HZ / 200;
    private static final int TAIL = RATE_HZ / 50;

    /** Real speech has about 16 characters a second. */
    private static final double SILENCE_PER_CHARACTER_SECONDS = 0.06;

    private static final double SILENCE_MIN_SECONDS = 0.3;
    private static final double SILENCE_MAX_SECONDS = 3;

    private final Resampler resampler;

    SentenceSpeaker(Resampler resampler) {
        this.resampler = resampler;
    }

    Take speak(Sentence sentence, Manner manner, Engine engine) {
        var recording = record(sentence.words(), manner, engine);
        var engineLevel = new Level(recording.samples());
        if (engineLevel.isSilent()) {
            return silence(sentence);
        }
        short[] moved = resampler.resample(
                scaled(recording.samples(), 0, recording.samples().length, engineLevel.headroom()),
                manner.readRateHz(),
                RATE_HZ);
        return take(sentence, recording.heard(), manner.formants(), floats(moved));
    }

    private static Recording record(List<Word> words, Manner manner, Engine engine) {
        for (var wording : List.of(words, words.stream().map(Word::plain).toList())) {
            try {
                return engine.speak(wording.stream().map(Word::spoken).toList(), manner);
            } catch (UnspeakableException failed) {
                LOG.log(System.Logger.Level.DEBUG, () -> "FreeTTS cannot say a sentence: " + failed.getCause());
            }
        }
        return new Recording(new float[0], Map.of());
    }

    private static Take take(Sentence sentence, Map<Integer, Span> heard, double faster, float[] sound) {
        var level = new Level(sound);
        int from = Math.max(0, level.onset() - LEAD);
        int to = Math.min(sound.length, level.end() + TAIL);
        double start = seconds(level.onset() - from);
        double end = seconds(level.end() - from);
        var timeline = new Timeline(sentence.characters(), start, end);
        var words = sentence.words();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var span = heard.get(i);
            if (span != null) {
                boolean last = i == words.size() - 1;
                timeline.at(word.first() - sentence.first(), i == 0 ? start : span.start() / faster - seconds(from));
                timeline.at(word.end() - sentence.first(), last ? end : span.end() / faster - seconds(from));
            }
        }
        return new Take(scaled(sound, from, to, level.gain()), timeline.times());
    }

    private static Take silence(Sentence sentence) {
        double seconds = Math.clamp(
                sentence.characters() * SILENCE_PER_CHARACTER_SECONDS, SILENCE_MIN_SECONDS, SILENCE_MAX_SECONDS);
        return new Take(new short[(int) (seconds * RATE_HZ)], new Timeline(sentence.characters(), 0, seconds).times());
    }

    private static short[] scaled(float[] samples, int from, int to, double gain) {
        var result = new short[to - from];
        for (int i = from; i < to; i++) {
            result[i - from] = (short) Math.round(samples[i] * gain);
        }
        return result;
    }

    private static float[] floats(short[] samples) {
        var result = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            result[i] = samples[i];
        }
        return result;
    }

    private static double seconds(int samples) {
        return (double) samples / RATE_HZ;
    }
}
