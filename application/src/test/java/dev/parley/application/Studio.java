package dev.parley.application;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.Song;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes so many seconds of whatever it is asked for: one byte, and one piece, for each. */
final class Studio implements VoiceProvider {

    static final String SONG_ID = "upstream-song-1";

    private final String prefix;
    final AtomicInteger begun = new AtomicInteger();
    final List<RenderRequest> asked = new ArrayList<>();
    volatile int seconds = 5;

    Studio(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Capabilities capabilities() {
        var formats = Set.of(AudioFormat.MP3_44100_128);
        return new Capabilities(List.of(
                new Model(
                        prefix + "-music",
                        "music",
                        Set.of("music_v1"),
                        MusicRules.SECTIONS,
                        formats,
                        Set.of(RenderOption.INPAINTING, RenderOption.SONG_SOURCE)),
                new Model(
                        prefix + "-words",
                        "words",
                        Kind.TRANSCRIPTION,
                        Set.of("scribe_v1"),
                        RecordingRules.TRANSCRIPTION,
                        Set.of(),
                        Set.of()),
                new Model(
                        prefix + "-stems",
                        "stems",
                        Kind.STEMS,
                        Set.of("stem_separation_v1"),
                        RecordingRules.STEMS,
                        formats,
                        Set.of()),
                new Model(
                        prefix + "-speech",
                        "speech",
                        Set.of(Kind.SPEECH, Kind.DIALOGUE),
                        Set.of("eleven_v3"),
                        DialogueRules.DEFAULT,
                        formats,
                        Set.of(LanguageCode.AUTO),
                        false)));
    }

    @Override
    public List<Voice> voices() {
        return List.of(new Voice(prefix + "-ann", "Ann", Set.of(), "calm"));
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) {
        begun.incrementAndGet();
        asked.add(request);
        return new Seconds(seconds);
    }

    @Override
    public void close() {}

    private static final class Seconds implements AudioStream {
        private int left;

        Seconds(int seconds) {
            this.left = seconds;
        }

        @Override
        public @Nullable AudioChunk next() {
            return left-- > 0 ? AudioChunk.of(new byte[1]) : null;
        }

        @Override
        public Optional<Details> details() {
            return Optional.of(new Song(null, "A song", null, List.of(), List.of(), null, List.of(), SONG_ID));
        }

        @Override
        public void close() {}
    }
}
